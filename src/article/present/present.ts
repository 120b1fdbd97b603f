/** Presenter mode: its keys and the line that says so, put up once. Loaded when the link or the reader asks for it. */
import { mount } from 'svelte';
import Presenter from './Presenter.svelte';

mount(Presenter, { target: document.body });
