/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* A form description (data/forms/NAME.xml), parsed. It is read forwards by jx-layout.h and backwards
 * by the recogniser in exchange; both walk this one tree. */

typedef enum
{
  JX_PART_TEXT,          /* printed as it stands */
  JX_PART_FIELD,         /* {field}: a field of the item in scope or, {kind/field}, of the holder of that kind */
  JX_PART_INDEX,         /* {index}: 1, 2, 3 … of the item in scope (or of {kind/index}) */
  JX_PART_INDEX_CHINESE, /* {index-chinese}: 一, 二 … */
  JX_PART_BREAK,         /* a line break */
} JxPartType;

/**
 * JxFormPart:
 * @kind: whose field or index it is
 * @field: of a field part
 * @text: (nullable): of a text part
 */
typedef struct
{
  JxPartType type;
  JxKind kind;
  JxField field;
  char *text;
} JxFormPart;

typedef enum
{
  JX_NODE_FORM,       /* the root; holds blocks */
  JX_NODE_TITLE_PAGE, /* holds paragraphs: a page of its own */
  JX_NODE_CONTENTS,   /* the table of contents stands here */
  JX_NODE_HEADING,    /* parts; level 1 … 4; an entry of the contents and outline */
  JX_NODE_PARAGRAPH,  /* parts */
  JX_NODE_TABLE,      /* holds rows and EACH of rows */
  JX_NODE_ROW,        /* holds cells and ACROSS */
  JX_NODE_CELL,       /* parts; with each set, the parts are repeated for every item of that list, a line each */
  JX_NODE_EACH,       /* its children once for every item of the list `each` (blocks in a form, rows in a table) */
  JX_NODE_ACROSS,     /* its cells once for every item of the list `each`, side by side */
  JX_NODE_USE,        /* another form (`use`) for every item of the list `each` */
} JxNodeType;

typedef enum
{
  JX_ALIGN_START,
  JX_ALIGN_CENTER,
  JX_ALIGN_END,
  JX_ALIGN_JUSTIFY,
} JxAlign;

/**
 * JxStyle:
 * @face: role of the type face: "song-title", "song", "fangsong", "kai", "hei"; paper finds installed families for it
 */
typedef struct
{
  char *name;
  char *face;
  double size_pt;
  double line_height_pt; /* 0: the face's own */
  double space_before_pt;
  double space_after_pt;
  double indent_em;      /* of the first line */
  gboolean bold;
  JxAlign align;
} JxStyle;

typedef struct _JxFormNode JxFormNode;
struct _JxFormNode
{
  JxNodeType type;
  JxFormNode *parent;
  GPtrArray *children;  /* (element-type JxFormNode) */
  GPtrArray *parts;     /* (element-type JxFormPart) */
  GPtrArray *aliases;   /* (element-type utf8): other wordings of a label, for reading only */
  JxKind each;          /* JX_N_KINDS for none */
  char *use;            /* id of the form of a USE */
  const JxStyle *style; /* never NULL for headings, paragraphs and cells */
  int level;            /* of a heading */
  int columns;          /* cell: how many it spans */
  int rows;
  GArray *widths;       /* table: (element-type double) relative column widths */
  gboolean merge;       /* cell: one cell over equal neighbours above, as far as the merging cells left of it are merged too */
  gboolean header;      /* row: repeated on each page the table runs on to */
  gboolean frame;       /* row, cell: has rules around it */
  gboolean page_before; /* heading, table, EACH, USE: starts a page */
};

typedef struct _JxForm JxForm;

const char *jx_form_get_id (const JxForm *form);
const char *jx_form_get_title (const JxForm *form);
/** jx_form_get_subject: Returns: the kind of item the form shows: a whole document or a project. */
JxKind jx_form_get_subject (const JxForm *form);
const JxFormNode *jx_form_get_root (const JxForm *form);

/** jx_form_get_page: all in mm; @landscape exchanges width and height of A4. */
typedef struct
{
  double width_mm, height_mm;
  double top_mm, right_mm, bottom_mm, left_mm;
} JxFormPage;
const JxFormPage *jx_form_get_page (const JxForm *form);

/** jx_form_node_is_label: Returns: whether @node is a cell, heading or paragraph of fixed words only, with no field in it. */
gboolean jx_form_node_is_label (const JxFormNode *node);

/** jx_form_parse: @name stands for the file in errors. Returns: (transfer full) (nullable): a form not in any set. */
JxForm *jx_form_parse (const char *data, gsize length, const char *name, GError **error);
void jx_form_free (JxForm *form);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (JxForm, jx_form_free)

/**
 * JxFormSet:
 *
 * All forms there are: the user's, the system's and those built in (jx_place_list_data()). A file
 * that cannot be read is left out and told in jx_form_set_get_problems().
 */
typedef struct _JxFormSet JxFormSet;

/** jx_form_set_get_default: Returns: (transfer none): loaded once, when first asked for. */
JxFormSet *jx_form_set_get_default (void);
/** jx_form_set_find: @id: (nullable): %NULL for the first form of @subject, the standard one. Returns: (transfer none) (nullable). */
const JxForm *jx_form_set_find (JxFormSet *set, const char *id, JxKind subject);
/** jx_form_set_list: Returns: (transfer none) (element-type JxForm): the user's first. */
GPtrArray *jx_form_set_list (JxFormSet *set);
/** jx_form_set_get_problems: Returns: (transfer none) (element-type utf8): a sentence for each file left out. */
GPtrArray *jx_form_set_get_problems (JxFormSet *set);

G_END_DECLS
