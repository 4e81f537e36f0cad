/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "model/jx-item.h"

G_BEGIN_DECLS

/* A form description (data/forms/NAME.xml), parsed. It is read forwards by jx-layout.h and backwards
 * by the recogniser in exchange; both walk this one tree. The language is told in data/forms/README.md.
 *
 * Words of a heading, paragraph or cell become parts:
 *   {field}          a field of the item in scope, by its XML name
 *   {kind/field}     a field of the item's holder of that kind: {document/unit-code}
 *   {field:words}    the field, and after it words that stand only when it is not blank: {plan:%}
 *   {number:（一）}   the item's place in its list, numbered like this (一 or 1 stands for the numeral),
 *                    or as the source wrote it where the item keeps that in its field `mark`
 *   {kind/number:1.} the same of a holder
 *   {list(12)/field} the field of the item of that list whose first field is 12, or is what the field named
 *                    in the brackets, of the item or a holder, says: {checkpoint(monitored)/spent}
 *   {field|other}    the first of them that is not blank; a number may stand last: {execution-weight|10}
 *   {value.sign} {value.number} {value.unit}   the parts of a target value: ≥, 95, %
 *   {field?word}     ☑ where the field names that word, else □; {field?word:√}: √ or nothing
 *   {list/field}     in rows of two lists beside one another, a field of the second list's item
 *   {percent a of b} a in per cent of b, to two decimals
 *   {sum a b list/c} the sum of all that is not blank; blank where everything is */

typedef enum
{
  JX_PART_TEXT,   /* printed as it stands */
  JX_PART_FIELD,
  JX_PART_NUMBER, /* the place in the list, from 1 */
  JX_PART_BREAK,  /* a line break */
  JX_PART_TICK,    /* whether a field names a word */
  JX_PART_PERCENT, /* worked out of two operands */
  JX_PART_SUM,     /* worked out of operands */
} JxPartType;

/* Which part of a target value a field part shows. */
typedef enum
{
  JX_ASPECT_WHOLE,
  JX_ASPECT_SIGN,
  JX_ASPECT_NUMBER,
  JX_ASPECT_UNIT,
} JxAspect;

/**
 * JxFormPart:
 * @kind: of a field, number or tick: whose
 * @field: of a field or tick; of a number: the field that keeps it as the source wrote it, %JX_FIELD_NONE
 *   where items of @kind have none
 * @text: (nullable): of a text part the words; of a number what stands before the numeral; of a tick the word
 * @after: (nullable): of a number what stands after the numeral; of a tick the mark where it is alone, %NULL for boxes
 * @key: (nullable): of a field: which item of the list of @kind: the one whose first field says this
 * @key_field: the same, where that field, of kind @key_kind, says it; %JX_FIELD_NONE for none
 * @key_default: (nullable): what stands elsewhere in the form where that field is blank
 * @aspect: of a field
 * @fallback: (nullable): of a field: a field or text shown where it is blank
 * @operands: (nullable) (element-type JxFormPart): of percent and sum: fields; those of a list's items stand for all of them
 * @chinese: of a number: 一, 二 … and not 1, 2 …
 * @optional: of a text: stands only when the field in the part before it holds something
 */
typedef struct _JxFormPart JxFormPart;
struct _JxFormPart
{
  JxPartType type;
  JxKind kind;
  JxField field;
  char *text;
  char *after;
  char *key;
  JxKind key_kind;
  JxField key_field;
  char *key_default;
  JxAspect aspect;
  JxFormPart *fallback;
  GPtrArray *operands;
  gboolean chinese;
  gboolean optional;
};

/** jx_form_part_format_number: Returns: (transfer full): @number (from 1) as @part, a number, writes it. */
char *jx_form_part_format_number (const JxFormPart *part, guint number);

/** jx_form_read_mark: Returns: the number in a mark however it is written: "（七）", "(七）", "7.", "⑦", "７、"; 0 if there is none. */
guint jx_form_read_mark (const char *mark);

typedef enum
{
  JX_NODE_FORM,       /* the root; holds blocks */
  JX_NODE_TITLE_PAGE, /* holds paragraphs: a page of its own */
  JX_NODE_CONTENTS,   /* the table of contents stands here; its parts are its title */
  JX_NODE_HEADING,    /* parts; level 1 … 4; an entry of the contents and outline */
  JX_NODE_PARAGRAPH,  /* parts */
  JX_NODE_TABLE,      /* holds rows and EACH of rows */
  JX_NODE_ROW,        /* holds cells and ACROSS */
  JX_NODE_CELL,       /* parts; with each set, the parts are repeated for every item of that list, a line each */
  JX_NODE_EACH,       /* its children once for every item of the list `each` (blocks in a form, rows in a table) */
  JX_NODE_ACROSS,     /* its cells once for every item of the list `each`, side by side; the items share `columns` evenly */
  JX_NODE_USE,        /* another form (`use`) for every item of the list `each`, or, without `each`, for the item in scope */
} JxNodeType;

typedef enum
{
  JX_ALIGN_START,
  JX_ALIGN_CENTER,
  JX_ALIGN_END,
  JX_ALIGN_JUSTIFY,
  JX_ALIGN_AUTO, /* centred up to six characters, else at the start; resolved in the layout */
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
  int line;             /* in its file, from 1 */
  JxFormNode *parent;
  GPtrArray *children;  /* (element-type JxFormNode) */
  GPtrArray *parts;     /* (element-type JxFormPart) */
  GPtrArray *aliases;   /* (element-type utf8): other wordings of a label, for reading only */
  JxKind each;          /* JX_N_KINDS for none */
  JxKind beside;        /* EACH of rows: the list whose items stand beside those of `each` in the same rows; JX_N_KINDS for none */
  char **by;            /* (nullable): XML names of the fields by which items beside one another belong together */
  char *use;            /* id of the form of a USE */
  const JxStyle *style; /* never NULL for headings, paragraphs and cells */
  int level;            /* of a heading */
  int columns;          /* cell, ACROSS: how many of the table's columns it spans */
  int rows;
  int items;            /* ACROSS: for how many blank items there is room when the list is empty */
  gboolean planned;     /* ACROSS: without the items of which only results are known */
  GArray *widths;       /* table: (element-type double) relative column widths */
  gboolean merge;       /* cell: one cell over equal neighbours above, as far as the merging cells left of it are merged too */
  gboolean drawn_only;  /* a merging cell that is merged for the eye; text, where rows stand alone, has its words in every row */
  gboolean header;      /* row: repeated on each page the table runs on to */
  gboolean frame;       /* row, cell: has rules around it */
  gboolean page_before; /* heading, table, EACH, USE: starts a page */
  gboolean joined;      /* table: stands right under the table before it, as if they were one */
};

typedef struct _JxForm JxForm;

const char *jx_form_get_id (const JxForm *form);
const char *jx_form_get_title (const JxForm *form);
/** jx_form_get_subject: Returns: the kind of item the form shows: a whole document or a project. */
JxKind jx_form_get_subject (const JxForm *form);
/** jx_form_is_standard: Returns: whether it asks to be the one taken where nobody names a form. */
gboolean jx_form_is_standard (const JxForm *form);
const JxFormNode *jx_form_get_root (const JxForm *form);

/** jx_form_get_page: all in mm; @landscape exchanges width and height of A4. */
typedef struct
{
  double width_mm, height_mm;
  double top_mm, right_mm, bottom_mm, left_mm;
} JxFormPage;
const JxFormPage *jx_form_get_page (const JxForm *form);
/** JX_PAGE_NUMBER_PT: how large page numbers are written, 4号. */
#define JX_PAGE_NUMBER_PT 14.0
/** jx_form_page_get_number_drop: Returns: in mm, how far a page's number stands off the text, in a margin of @margin_mm. */
double jx_form_page_get_number_drop (double margin_mm);
/** jx_form_page_is_turned: Returns: whether the sheet lies across and is bound turned, its head to the left, so that its left edge is the foot of the book. */
gboolean jx_form_page_is_turned (const JxFormPage *page);

/** jx_form_node_is_label: Returns: whether @node is a cell, heading or paragraph of fixed words, with no field but a month or year among them. */
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
/** jx_form_set_find: @id: (nullable): %NULL for the standard form of @subject: the first that says so, else the first. Returns: (transfer none) (nullable). */
const JxForm *jx_form_set_find (JxFormSet *set, const char *id, JxKind subject);
/** jx_form_set_get_repeated: Returns: (transfer none): the form of a whole document that shows every project by @form, each on a page of its own; @form itself where it shows a document. */
const JxForm *jx_form_set_get_repeated (JxFormSet *set, const JxForm *form);
/** jx_form_set_find_overview: Returns: (transfer none): the form of the department's part alone: the one @form, a document's, uses for the document itself; @form where it uses none. */
const JxForm *jx_form_set_find_overview (JxFormSet *set, const JxForm *form);
/** jx_form_set_list: Returns: (transfer none) (element-type JxForm): the user's first. */
GPtrArray *jx_form_set_list (JxFormSet *set);
/** jx_form_set_get_problems: Returns: (transfer none) (element-type utf8): a sentence for each file left out. */
GPtrArray *jx_form_set_get_problems (JxFormSet *set);

G_END_DECLS
