import { mount } from '../mount';
import { Admin } from './admin';
import './admin.css';

void mount(() => <Admin />);
