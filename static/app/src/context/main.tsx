import { mount } from '../mount';
import { ContextLine } from './context-line';

void mount(() => <ContextLine />);
