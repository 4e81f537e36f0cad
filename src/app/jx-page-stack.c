/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "app/jx-page-stack.h"

JxPageStack *
jx_page_stack_new (JxPaper *paper)
{
  JxPageStack *stack = g_new0 (JxPageStack, 1);

  stack->n_pages = paper != NULL ? jx_paper_count_pages (paper) : 0;
  stack->tops = g_new0 (double, stack->n_pages + 1);
  for (guint i = 0; i < stack->n_pages; i++)
    {
      double width, height;

      jx_paper_get_page_size (paper, i, &width, &height);
      stack->tops[i + 1] = stack->tops[i] + height;
      stack->width_pt = MAX (stack->width_pt, width);
      stack->height_pt = MAX (stack->height_pt, height);
    }

  return stack;
}

void
jx_page_stack_get_size (const JxPageStack *stack, double scale, double *width, double *height)
{
  g_return_if_fail (stack != NULL);

  *width = stack->width_pt * scale + 2 * JX_PAGE_GAP;
  *height = jx_page_stack_get_top (stack, stack->n_pages, scale);
}

double
jx_page_stack_get_top (const JxPageStack *stack, guint page, double scale)
{
  g_return_val_if_fail (stack != NULL && page <= stack->n_pages, 0);

  return (page + 1.) * JX_PAGE_GAP + stack->tops[page] * scale;
}

guint
jx_page_stack_find (const JxPageStack *stack, double y, double scale)
{
  guint low = 0;
  guint high;

  g_return_val_if_fail (stack != NULL, 0);

  high = MAX (stack->n_pages, 1) - 1;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      /* The gap below a page is the next one's. */
      if (y < jx_page_stack_get_top (stack, middle + 1, scale) - JX_PAGE_GAP)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

void
jx_page_stack_free (JxPageStack *stack)
{
  if (stack == NULL)
    return;

  g_free (stack->tops);
  g_free (stack);
}
