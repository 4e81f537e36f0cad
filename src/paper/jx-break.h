/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-flow.h"
#include "paper/jx-leaf.h"

G_BEGIN_DECLS

/** JxEntry: a heading. @page: counted from 0. */
typedef struct
{
  int level;
  guint page;
  char *text;
} JxEntry;

typedef enum
{
  JX_PAGE_TITLE,    /* bears no number */
  JX_PAGE_CONTENTS, /* numbered by themselves, so that the body begins with 1 */
  JX_PAGE_BODY,
} JxPageKind;

/**
 * JxPageStart:
 * @first_entry: the first heading on it or after it
 * @number: of its kind, from 1
 *
 * All that is kept of a page: enough to set it down again.
 */
typedef struct
{
  JxPlace place;
  JxPageKind kind;
  guint first_entry;
  guint number;
  JxFormPage size;
} JxPageStart;

/**
 * JxBreaker:
 * @setup: stands for what the forms say of pages
 * @entries: (element-type JxEntry): the headings met so far
 * @pages: (element-type JxPageStart): the pages found so far
 * @next_entry: the heading that comes next
 * @complete: whether all pages are known, so that the contents can be set down
 */
typedef struct
{
  JxFlow *flow;
  JxMeasure *measure;
  JxPaperSetup setup;
  GArray *entries;
  GArray *pages;
  guint next_entry;
  gboolean complete;
} JxBreaker;

JxBreaker *jx_breaker_new (const JxPaperOptions *options, JxDocument *document, JxMeasure *measure);

/**
 * jx_breaker_set_page:
 * @start: (out): where it begins and of what kind it is; its number is the caller's to set
 *
 * Sets down on the blank @leaf what fits on one page from the flow's place on, and leaves the flow
 * where the next page begins.
 */
void jx_breaker_set_page (JxBreaker *breaker, JxLeaf *leaf, JxPageStart *start);

void jx_breaker_free (JxBreaker *breaker);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxBreaker, jx_breaker_free)

/** jx_page_start_dup_label: Returns: (transfer full): the page's number as printed and as viewers show it, "" for none. */
char *jx_page_start_dup_label (const JxPageStart *start);

/** jx_mm_to_pt: Returns: @mm in points. */
static inline double
jx_mm_to_pt (double mm)
{
  return mm * 72 / 25.4;
}

G_END_DECLS
