/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-choice.h"

#include <math.h>

JxChoice
jx_choice_make (GPtrArray *candidates, const JxSource *source, guint first, guint end)
{
  JxChoice choice = { NULL };
  guint best = 0;
  guint second = 0;

  for (guint i = 0; i < candidates->len; i++)
    {
      const JxCandidate *candidate = candidates->pdata[i];
      guint n, score;

      if (candidate->votes == 0)
        continue;
      n = jx_candidate_count_labels (candidate, source, first, end);
      score = n * n * 100 / candidate->slots->n_labels;
      if (n >= 2 && n * 10 >= candidate->slots->n_labels * 3 && score > best + best / 10)
        {
          choice.candidate = candidate;
          choice.n_met = n;
          second = best;
          best = score;
        }
      else
        second = MAX (second, score);
      /* The first of them fits perfectly: no need to look at the others. */
      if (i == 0 && n == candidate->slots->n_labels)
        break;
    }
  choice.rival = best > 0 ? MIN (second * 100 / best, 100) : 0;

  return choice;
}

guint
jx_choice_get_certainty (const JxChoice *choice, const GArray *pieces, const GArray *steps, guint n_left)
{
  guint n_pieces = n_left;
  double labels = MIN ((double) choice->n_met / choice->candidate->slots->n_labels, 1);
  double places, distance;

  for (guint i = 0; i < pieces->len; i++)
    n_pieces += !g_array_index (pieces, JxPiece, i).blank;
  for (guint i = 0; i < steps->len; i++)
    {
      const JxStep *step = &g_array_index (steps, JxStep, i);

      n_left += step->type == JX_STEP_DISCARD && !g_array_index (pieces, JxPiece, step->piece).blank;
    }
  places = n_pieces > 0 ? 1 - (double) n_left / n_pieces : 0;
  distance = choice->rival > 50 ? 1 - (choice->rival - 50) / 100.0 : 1;

  return (guint) MAX (sqrt (labels) * places * distance * 100, 1);
}
