/** Via channels whose words are events of a conversation, which no comment holds: https://support.zendesk.com/hc/en-us/articles/4408846454682 */
const MESSAGES = /^(?:native_messaging|messaging|chat|whatsapp|line|wechat|viber|telegram|instagram_dm|kakaotalk|twitter_dm|apple_business_chat|google_(?:rcs|business_messages)|business_messaging_.+|sunshine_conversations_.+|.+_messenger|mailgun|(?:messagebird|twilio)_sms)$/;
const CALLS = /^(?:voice|phone)(?:_.+)?$/;

/** `written`: the comment is what its author wrote. `messages`: it stands for a chat, or is a transcript with our lines in it. `call`: notes about a telephone call. */
export type SaidWhere = 'written' | 'messages' | 'call';

/** @param channel of the comment, else of its ticket */
export function saidWhere(channel: string | undefined, type?: string): SaidWhere {
  if (type === 'VoiceComment' || (channel !== undefined && CALLS.test(channel))) return 'call';
  return channel !== undefined && MESSAGES.test(channel) ? 'messages' : 'written';
}
