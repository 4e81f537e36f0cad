/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "paper/jx-chart.h"
#include "paper/jx-tagger.h"
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

/** JxLeafText: @count lines of @text from @first on; @turned: a quarter to the right about @x, @y, so that they read from top to bottom. */
typedef struct
{
  JxText *text;
  guint first, count;
  double x, y;
  gboolean turned;
} JxLeafText;

/** JxLeafMark: here heading @entry begins. */
typedef struct
{
  guint entry;
  double x, y;
} JxLeafMark;

/** JxLeafLink: an area of the page that leads to heading @entry. */
typedef struct
{
  guint entry;
  double x, y, width, height;
} JxLeafLink;

/**
 * JxLeafTag:
 * @name: (nullable): an element of the document's tree begins; %NULL: the one begun last ends
 * @text: the text it stands before
 * @columns, @rows, @scope: of a cell: how many it spans, whether it is the head of a "Row", a "Column" or (nullable) neither
 * @chart: of a Figure
 */
typedef struct
{
  const char *name;
  guint text;
  guint columns, rows;
  const char *scope;
  JxChart *chart;
  double x, y;
} JxLeafTag;

typedef struct
{
  GArray *texts; /* (element-type JxLeafText): in reading order */
  GArray *tags;  /* (element-type JxLeafTag) */
  GArray *rules; /* (element-type JxRule) */
  GArray *marks; /* (element-type JxLeafMark) */
  GArray *links; /* (element-type JxLeafLink) */
} JxLeaf;

JxLeaf *jx_leaf_new (void);
/** jx_leaf_clear: makes it blank for the next page. */
void jx_leaf_clear (JxLeaf *leaf);
/** jx_leaf_add_text: @text is held until the leaf is cleared. */
void jx_leaf_add_text (JxLeaf *leaf, JxText *text, guint first, guint count, double x, double y);
/** jx_leaf_add_turned_text: the same turned a quarter to the right: @x, @y is where its upper left corner comes to stand, and it reads from there down. */
void jx_leaf_add_turned_text (JxLeaf *leaf, JxText *text, guint first, guint count, double x, double y);
void jx_leaf_add_rule (JxLeaf *leaf, JxRuleType type, double x1, double y1, double x2, double y2);
/** jx_leaf_add_chart: takes @chart. */
void jx_leaf_add_chart (JxLeaf *leaf, JxChart *chart, double x, double y);
/** jx_leaf_begin: what is added from now on belongs to an element @name, a structure type of PDF, or "Artifact" for none; one that goes on on the next page is not ended on this one. */
void jx_leaf_begin (JxLeaf *leaf, const char *name);
void jx_leaf_begin_cell (JxLeaf *leaf, guint columns, guint rows, const char *scope);
void jx_leaf_begin_link (JxLeaf *leaf, const JxLeafLink *link);
void jx_leaf_end (JxLeaf *leaf);
/** jx_leaf_shift: moves all that is on it down by @dy. */
void jx_leaf_shift (JxLeaf *leaf, double dy);
/** jx_leaf_draw: the origin of @cairo is the page's corner. Links and their targets are tagged; all elements are told to @tagger (nullable). */
void jx_leaf_draw (const JxLeaf *leaf, cairo_t *cairo, JxTagger *tagger);
void jx_leaf_free (JxLeaf *leaf);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxLeaf, jx_leaf_free)

/** jx_leaf_dup_target: Returns: (transfer full): the name by which links and the outline find heading @entry. */
char *jx_leaf_dup_target (guint entry);

G_END_DECLS
