import type { DocumentType } from '@cession/shared/document/document-kinds.ts';
import type { OriginalState } from '@cession/shared/document/document.ts';
import type { RequiredForm } from '@cession/shared/document/required-form.ts';

/** A type, a form or a state without words does not compile. */
type DocumentTextId =
  | `document.type.${DocumentType}`
  | `document.form.${RequiredForm}`
  | `document.original.${OriginalState}`
  | `document.step.${Exclude<OriginalState, 'not-needed'>}`;

export const enDocument = {
  'document.title': 'Documents',
  'document.row': '{here} of {asked} there',
  'document.row.none': 'Photos and files of the papers',
  'document.row.resume': 'Continue adding the photo',
  'document.row.overdue': '{count, plural, one {One is overdue} other {# are overdue}}',

  'document.type.register-extract': 'Register extract',
  'document.type.signing-specimen': 'Signing specimen',
  'document.type.signature-card': 'Card of sample signatures',
  'document.type.articles': 'Articles of association',
  'document.type.power-of-attorney': 'Power of attorney',
  'document.type.supply-contract': 'Supply contract',
  'document.type.three-party-agreement': 'Three-party factoring agreement',
  'document.type.w-9': 'Form W-9',
  'document.type.privacy-notice': 'Privacy notice, signed for',
  'document.type.assignment-deed': 'Deed of assignment',
  'document.type.signed-notice': 'Notice signed on paper',
  'document.type.stamped-receipt': 'Stamped receipt of the notice',
  'document.type.other': 'Another document',

  'document.form.electronic-original': 'electronic original',
  'document.form.paper-original': 'paper original',
  'document.form.copy': 'copy is enough',
  'document.source.law.unverified': 'Law, not verified',
  'document.source.factor': 'Factor asks',
  'document.source.house': 'House rule',

  'document.asked': 'Asked for',
  'document.there': 'On this card',
  'document.due': 'due {date}',
  'document.overdue': 'overdue since {date}',
  'document.state.missing': 'Missing',
  'document.state.promised': 'Promised',
  'document.state.original-outstanding': 'Paper to come',
  'document.state.done': 'There',
  'document.add': 'Add a document',
  'document.addOf': 'Add: {type}',
  'document.take': 'Take photo',
  'document.choose': 'Choose file',
  'document.promise': 'It will come later',
  'document.promised': 'Noted: {type} will come',
  'document.what': 'What is it?',
  'document.limits':
    'JPEG, PNG, HEIC or PDF, up to {megabytes} MB. Photos are made smaller, and where they were taken is left out.',
  'document.added': 'Saved on this phone: {type}',
  'document.working': 'Making the photo ready…',
  'document.resume': 'You were adding: {type}',
  'document.resumeBody': 'The phone closed the app before the photo was saved. Nothing else was lost.',
  'document.resume.no': 'Not any more',
  'document.empty': 'No documents yet',
  'document.emptyBody': 'Photograph the papers at the customer’s. It works with no signal.',

  'document.not.title': 'This was not added',
  'document.not.unknown-type':
    'Only JPEG, PNG, HEIC and PDF files can be added. What a file is called does not count, what is in it does.',
  'document.not.heic':
    'This phone cannot open HEIC photos. Choose JPEG in the camera’s settings (“Most compatible”), or take the photo here.',
  'document.not.unreadable': 'This picture cannot be opened. Take the photo again.',
  'document.not.locked': 'This PDF asks for a password, so nobody could read it. Save it without one and add it again.',
  'document.not.too-large': 'This file has {size} MB; up to {limit} MB can be added. Photograph the pages that matter.',
  'document.not.empty': 'This file is empty.',
  'document.not.full':
    'The phone has no room for the photo. Nothing else was lost. Free some space, then add it again.',
  'document.not.storage': 'The phone could not store the photo. Close other tabs of the app and add it again.',
  'document.not.too-many': 'A card holds up to {limit} documents. Remove one that is not needed.',

  'document.at.on-phone': 'on this phone, waiting to send',
  'document.at.sending': 'sending {sent} of {parts}',
  'document.at.safe': 'safe on the server',
  'document.at.elsewhere': 'waits on another phone',
  'document.at.promised': 'promised',
  'document.at.damaged': 'This phone’s copy is damaged. Take the photo again.',
  'document.at.refused.file.wrong-type':
    'The server did not take it: what is in it is not what it says. Take it again.',
  'document.at.refused.file.locked': 'The server did not take it: the PDF asks for a password.',
  'document.at.refused': 'The server did not take it. Take it again.',
  'document.at.removed': 'taken off the card since',

  'document.open': 'Open {type}',
  'document.retake': 'Take it again',
  'document.addFile': 'Add the photo',
  'document.remove': 'Remove',
  'document.removed': 'Removed: {type}',
  'document.change': 'Change',
  'document.note': 'Note',
  'document.form': 'In which form it counts',
  'document.dueOn': 'Due on',
  'document.save': 'Save',
  'document.picture': 'Picture of {type}',
  'document.zoomIn': 'Closer',
  'document.zoomOut': 'Farther',
  'document.turn': 'Turn',
  'document.download': 'Download',
  'document.noPreview': 'There is no preview of this file.',
  'document.notHere': 'The picture is on the server. It shows with a signal.',
  'document.loading': 'Opening the picture…',
  'document.previous': 'Previous document',
  'document.next': 'Next document',

  'document.original': 'The paper',
  'document.original.not-needed': 'no paper needed',
  'document.original.promised': 'paper promised',
  'document.original.in-transit': 'paper on its way',
  'document.original.received': 'paper in the office',
  'document.original.filed': 'paper filed',
  'document.step.promised': 'Back to promised',
  'document.step.in-transit': 'It is on its way',
  'document.step.received': 'It is here',
  'document.step.filed': 'It is filed',
  'document.moved': '{type}: {state}',
  'document.place.in-transit': 'Courier and number, if any',
  'document.place.received': 'Where it is: office, shelf',
  'document.place.filed': 'Binder or box',
  'document.because': 'Why the step back',
  'document.move': '{state} · {name}, {date}',

  'document.files.waiting': '{arrived} of {total} photos sent',
  'document.files.waitingBody':
    'Accounting gets the card when every photo has arrived. Keep the app open where there is a signal.',
  'document.outbox': 'Photos and files on their way',
  'document.outbox.row': '{type} · {name}',
  'document.desk': 'Documents',
  'document.desk.none': 'No documents on this card.',
  'document.addedBy': '{name}, {date}',
} as const satisfies Readonly<Record<DocumentTextId, string>> & Readonly<Record<string, string>>;
