import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { ConsentWords } from './consent-shape.ts';

const BY_LAW: Readonly<Record<Jurisdiction, readonly string[]>> = {
  HU: [
    'The record is made so that its content can be called up unchanged and so that the person who signed and the time of signing can be identified.',
  ],
  RU: [
    'How the signer is determined: the witness identifies you in one of these ways: known personally, identity document shown, business card shown, power of attorney shown. Your full name, position and authority stand in the document itself, next to your signature. No code or password is given to you, so there is no key for you to keep secret.',
    'By agreeing, your company and the supplier agree that the receipt signed in this way counts between them like one signed by hand on paper, as far as the law leaves this to their agreement.',
  ],
  EU: [
    'Your signature is a simple electronic signature. Which form your contract needs is decided by the law of that contract.',
  ],
  US: [
    'By going on you agree to conduct this receipt by electronic means. You intend your drawn, typed or marked signature to be your signature on the receipt. Nobody has to accept electronic records; you may ask for paper.',
  ],
};

export const CONSENT_EN: ConsentWords = {
  heading: 'Agreement to sign on this tablet',
  paragraphs: (data) => [
    `You are asked to sign, electronically and on this tablet, that ${data.debtor.legalName} received notice of assignment No. ${data.number}.`,
    'Your name, position and authority were entered by the person who brought the tablet. That person is the witness and records how they know who you are. No document number is stored.',
    ...BY_LAW[data.jurisdiction],
    'What is recorded: the notice that was shown and its check sum, which parts were reached, your answers, the shape of your signature and the time by the clock of the tablet. Of the signature only the lines are kept. Speed and pressure are not recorded, and the signature is not used to recognise you.',
    `Who gets it: ${data.debtor.legalName}, ${data.supplier.legalName} and ${data.factor.legalName}.`,
    'How long it is kept: as long as rights from this assignment can be asserted, and as long as the law asks for business records to be kept.',
    'You may stop at any time before you sign. Paper is possible: ask for a paper copy and sign by hand, or do not sign. The notice itself does not depend on your signature.',
  ],
};
