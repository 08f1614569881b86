import { mount } from '../mount';
import { Products } from './products';
import './global.css';

void mount(() => <Products />);
