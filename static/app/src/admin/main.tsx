import { mount } from '../mount';
import { Admin } from './admin';
import './admin.css';
import './sources/sources.css';

void mount(() => <Admin />);
