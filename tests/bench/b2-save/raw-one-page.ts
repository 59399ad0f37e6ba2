import { rawContender, serve } from './raw-page.ts';

serve(rawContender(['rows']));
