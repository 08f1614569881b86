import { mount } from '../mount';
import { openAddressBar } from './address-bar';
import { Project } from './project';
import './project.css';

void openAddressBar().then((bar) => mount(() => <Project bar={bar} />));
