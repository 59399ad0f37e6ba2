import type { ReactNode } from 'react';
import { AppBar } from './app-bar.tsx';

interface PageProps {
  title: string;
  back?: string | undefined;
  state?: ReactNode;
  /** The bottom bar. */
  bottom?: ReactNode;
  /** Makes the screen a form: the submit button of the bottom bar and Enter in a field both lead here. */
  onSubmit?: () => void;
  children: ReactNode;
}

/** One phone screen: bar, one column, the promise at the bottom. */
export function Page({ title, back, state, bottom, onSubmit, children }: PageProps) {
  const body = (
    <>
      <div className="mx-auto grid w-full max-w-xl grid-cols-1 content-start gap-5 px-4 pt-1.5 pb-8">{children}</div>
      {bottom}
    </>
  );
  return (
    <main id="content" className="flex flex-1 flex-col">
      <AppBar title={title} back={back} state={state} />
      {onSubmit === undefined ? (
        body
      ) : (
        <form
          noValidate
          autoComplete="off"
          className="flex flex-1 flex-col"
          onSubmit={(event) => {
            event.preventDefault();
            onSubmit();
          }}
        >
          {body}
        </form>
      )}
    </main>
  );
}
