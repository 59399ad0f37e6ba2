import { startVerifyPage } from '../notice/verify/start-verify-page.ts';
import './styles.css';

const root = document.getElementById('root');
if (root === null) throw new Error('verify.html has no #root');

startVerifyPage(root).catch((cause: unknown) => {
  // Without its words the page cannot say anything itself.
  document.getElementById('start-failed')?.removeAttribute('hidden');
  throw cause;
});
