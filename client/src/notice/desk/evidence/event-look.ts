import type { EvidenceType } from '@cession/shared/notice/evidence.ts';
import {
  Ban,
  BookOpen,
  CircleX,
  Copy,
  Eye,
  FileCheck,
  FileText,
  Hand,
  Languages,
  Lock,
  PenLine,
  Stamp,
  Tablet,
  Undo2,
  UserCheck,
  UserX,
  type LucideIcon,
} from 'lucide-react';

/** The sign beside the words of each event. */
export const EVENT_ICON: Readonly<Record<EvidenceType, LucideIcon>> = {
  prepared: FileText,
  'handed-over': Tablet,
  identified: UserCheck,
  'language-changed': Languages,
  shown: Eye,
  'section-read': BookOpen,
  consented: FileCheck,
  signed: PenLine,
  'received-only': Stamp,
  refused: Ban,
  'wrong-person': UserX,
  absent: CircleX,
  'copy-given': Copy,
  'handed-back': Undo2,
  witnessed: Hand,
  closed: Lock,
};

/** What decides how the visit ended; they stand out on the line. */
export const DECISIVE: readonly EvidenceType[] = ['signed', 'received-only', 'refused', 'wrong-person', 'absent'];
