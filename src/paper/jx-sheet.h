/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-text.h"

G_BEGIN_DECLS

/* What stands on one page, before it is drawn. All in points from the page's upper left corner. */

/* From dot to dot of a leader. */
#define JX_LEADER_STEP_PT 4.2

typedef enum
{
  JX_RULE_HAIR,   /* between cells */
  JX_RULE_FRAME,  /* around a table */
  JX_RULE_LEADER, /* a line of dots, the first at x1 */
} JxRuleType;

typedef struct
{
  JxRuleType type;
  double x1, y1, x2, y2;
} JxRule;

/** JxSheetText: @count lines of @text from @first on. */
typedef struct
{
  JxText *text;
  guint first, count;
  double x, y;
} JxSheetText;

/** JxMark: here heading @entry begins. */
typedef struct
{
  guint entry;
  double x, y;
} JxMark;

/** JxSheetLink: an area of the page that leads to heading @entry. */
typedef struct
{
  guint entry;
  double x, y, width, height;
} JxSheetLink;

typedef struct
{
  GArray *texts; /* (element-type JxSheetText): in reading order */
  GArray *rules; /* (element-type JxRule) */
  GArray *marks; /* (element-type JxMark) */
  GArray *links; /* (element-type JxSheetLink) */
} JxSheet;

JxSheet *jx_sheet_new (void);
/** jx_sheet_clear: makes it blank for the next page. */
void jx_sheet_clear (JxSheet *sheet);
/** jx_sheet_add_text: @text is held until the sheet is cleared. */
void jx_sheet_add_text (JxSheet *sheet, JxText *text, guint first, guint count, double x, double y);
void jx_sheet_add_rule (JxSheet *sheet, JxRuleType type, double x1, double y1, double x2, double y2);
/** jx_sheet_shift: moves all that is on it down by @dy. */
void jx_sheet_shift (JxSheet *sheet, double dy);
/** jx_sheet_draw: the origin of @cairo is the page's corner. Links and their targets are tagged. */
void jx_sheet_draw (const JxSheet *sheet, cairo_t *cairo);
void jx_sheet_free (JxSheet *sheet);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxSheet, jx_sheet_free)

/** jx_sheet_dup_target: Returns: (transfer full): the name by which links and the outline find heading @entry. */
char *jx_sheet_dup_target (guint entry);

G_END_DECLS
