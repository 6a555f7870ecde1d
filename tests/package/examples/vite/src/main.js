import './style.css';
import { define, mount } from 'tadwina';

define();

const section = document.querySelector('#discussion');
section.addEventListener('tadwina-comment-sent', ({ detail }) => {
  document.querySelector('#thanks').textContent =
    detail.status === 'held' ? 'Thank you. We read it first.' : 'Thank you.';
});
mount(section, 'comments', { api: 'https://blog.example/wp-json/', slug: 'bread', commentLimit: 500 });
