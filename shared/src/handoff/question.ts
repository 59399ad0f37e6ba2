import * as z from 'zod/mini';
import { cards } from '../card/card.ts';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { defineTable } from '../sync/table.ts';
import { PointPath } from './return-reasons.ts';

/** Accounting asks the owner about one field. It never asks the customer. */
export const Question = z.object({
  id: idSchema<'question'>(),
  cardId: idSchema<'card'>(),
  audienceIds: z.array(idSchema<'user'>()),
  path: z.string(),
  text: z.string(),
  askedBy: idSchema<'user'>(),
  askedAt: Instant,
  answer: z.nullable(z.string()),
  answeredBy: z.nullable(idSchema<'user'>()),
  answeredAt: z.nullable(Instant),
});
export type Question = z.infer<typeof Question>;

export const questions = defineTable<Question>({ name: 'questions', schema: Question });

export const askQuestion = defineMutator({
  name: 'question.ask',
  version: 1,
  args: z.object({
    questionId: idSchema<'question'>(),
    cardId: idSchema<'card'>(),
    path: PointPath,
    text: z.string().check(
      z.minLength(3),
      z.maxLength(1000),
      z.refine((text) => text.trim().length >= 3),
    ),
  }),
  reads: (args) => ({ card: cards.ref(args.cardId), asked: questions.ref(args.questionId) }),
  decide: ({ card, asked }, args, context) => {
    // Accounting knows a card from its first hand-over on.
    if (!card || card.revision === 0) return err({ code: 'card.not-found' });
    if (asked) return err({ code: 'question.exists' });
    return ok([
      questions.put({
        id: args.questionId,
        cardId: args.cardId,
        audienceIds: [card.ownerId, ...card.helpers],
        path: args.path,
        text: args.text,
        askedBy: context.actor.userId as UserId, // the session's user
        askedAt: context.receivedAt ?? context.performedAt,
        answer: null,
        answeredBy: null,
        answeredAt: null,
      }),
    ]);
  },
});

export const answerQuestion = defineMutator({
  name: 'question.answer',
  version: 1,
  args: z.object({
    questionId: idSchema<'question'>(),
    text: z.string().check(z.minLength(1), z.maxLength(1000)),
  }),
  reads: (args) => ({ question: questions.ref(args.questionId) }),
  decide: ({ question }, args, context) => {
    const mine = question?.audienceIds.some((id) => id === context.actor.userId);
    if (!question || !mine) return err({ code: 'question.not-found' });
    if (question.answer !== null) return err({ code: 'question.answered-already' });
    return ok([
      questions.put({
        ...question,
        answer: args.text,
        answeredBy: context.actor.userId as UserId, // the session's user
        answeredAt: context.performedAt,
      }),
    ]);
  },
});
