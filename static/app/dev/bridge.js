// Stands in for the platform's bridge on the harness: answers come from the harness's server, gestures are recorded for tests.
(() => {
  const query = new URLSearchParams(location.search);
  const seen = [];
  const post = async (path, body) => (await fetch(path, { method: 'POST', body: JSON.stringify(body) })).json();
  const histories = () => {
    const listeners = [];
    const where = () => ({ pathname: '/', search: '', hash: location.hash, key: '', state: undefined });
    const api = {
      location: where(),
      listen(listener) {
        listeners.push(listener);
        return () => undefined;
      },
      push: (to) => move(to),
      replace: (to) => move(to, true),
    };
    const move = (to, isReplace) => {
      const hash = typeof to === 'string' ? to.slice(Math.max(0, to.indexOf('#'))) : (to.hash ?? '');
      history[isReplace ? 'replaceState' : 'pushState'](null, '', hash === '' ? location.pathname + location.search : hash);
      for (const listener of listeners) listener(where(), isReplace ? 'REPLACE' : 'PUSH');
    };
    addEventListener('popstate', () => listeners.forEach((listener) => listener(where(), 'POP')));
    return api;
  };
  const commands = {
    enableTheming: () => {
      document.documentElement.dataset.colorMode = query.get('mode') ?? 'light';
    },
    getContext: () => ({
      accountId: 'reader', localId: 'frame', locale: 'en-US', moduleKey: 'harness', siteUrl: location.origin, timezone: 'UTC',
      extension: query.get('list') !== null ? { modal: { list: query.get('list') } } : query.get('screen') !== null ? { modal: { screen: query.get('screen') } } : {},
    }),
    invoke: ({ functionKey, payload }) => post('/invoke', { functionKey, payload: payload ?? {} }).then((answer) => {
      if (answer.thrown !== undefined) throw new Error(answer.thrown);
      return answer.value;
    }),
    openModal: ({ context, onClose }) => {
      if (query.get('modal') === 'none') return false;
      const frame = document.createElement('iframe');
      frame.title = 'Dialog';
      frame.src = `${location.pathname}?${new URLSearchParams(context)}&mode=${query.get('mode') ?? 'light'}`;
      frame.style.cssText = 'position:fixed;inset:0;width:100%;height:100%;border:0;background:white';
      document.body.append(frame);
      window.closeDialog = () => {
        frame.remove();
        onClose();
      };
      return true;
    },
    close: () => window.parent.closeDialog?.() ?? true,
    navigate: () => undefined,
    createHistory: () => {
      if (query.get('history') === 'none') throw new Error('History is not available here.');
      return histories();
    },
  };
  window.bridgeCalls = seen;
  window.__bridge = {
    callBridge: async (command, data) => {
      seen.push({ command, data: JSON.parse(JSON.stringify(data ?? null)) });
      if (!(command in commands)) throw new Error(`The harness has no bridge command "${command}".`);
      return commands[command](data ?? {});
    },
  };
})();
