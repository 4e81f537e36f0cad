/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-body.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "base/jx-error.h"
#include "exchange/jx-docx-flow.h"
#include "exchange/jx-docx-format.h"
#include "exchange/jx-sax.h"

/* No goal document comes near these. */
#define MAX_TEXT ((gsize) 64 * 1024 * 1024)
#define MAX_TABLE_CELLS 200000
#define MAX_CELLS 1000000

/* Elements: in the order of their names. */
enum {
  E_P, E_R, E_T, E_BR, E_CR, E_TAB, E_PTAB, E_HYPHEN, E_SYM, E_P_PR, E_R_PR, E_P_STYLE, E_ILVL, E_NUM_ID, E_VANISH,
  E_FLD_CHAR, E_FLD_SIMPLE, E_INSTR, E_TBL, E_TR, E_TC, E_TR_PR, E_GRID_SPAN, E_V_MERGE, E_H_MERGE, E_GRID_BEFORE, E_CELL_DEL,
  E_SDT, E_SDT_CONTENT, E_PLACEHOLDER, E_GALLERY, E_ALTERNATE, E_CHOICE, E_FALLBACK, E_MATH_TEXT, E_DEL, E_MOVE_FROM,
  E_FIRST_SKIPPED
};

static const char * const names[] = {
  "w:p", "w:r", "w:t", "w:br", "w:cr", "w:tab", "w:ptab", "w:noBreakHyphen", "w:sym", "w:pPr", "w:rPr", "w:pStyle", "w:ilvl", "w:numId",
  "w:vanish", "w:fldChar", "w:fldSimple", "w:instrText", "w:tbl", "w:tr", "w:tc", "w:trPr", "w:gridSpan", "w:vMerge", "w:hMerge",
  "w:gridBefore", "w:cellDel", "w:sdt", "w:sdtContent", "w:showingPlcHdr", "w:docPartGallery", "mc:AlternateContent", "mc:Choice",
  "mc:Fallback", "m:t", "w:del", "w:moveFrom",
  /* What was there before a change, what is read aloud beside a character. */
  "w:pPrChange", "w:rPrChange", "w:tblPrChange", "w:tblPrExChange", "w:trPrChange", "w:tcPrChange", "w:tblGridChange",
  "w:sectPrChange", "w:numberingChange", "w:delText", "w:rt", NULL
};

/* Control: a content control; what it holds is a mere hint, or the table of contents. */
typedef struct
{
  gboolean hint;
  gboolean contents;
  gboolean open;
} Control;

typedef struct
{
  JxDocxFlow *flow;
  JxDocxFields *fields;
  GArray *controls;
  GArray *branches; /* gboolean: one was taken */
  guint skip;       /* elements open below one that is left out, itself included */
  guint hints;
  gsize n_text;
  gsize n_cells;
  gsize text_start; /* of the text element at hand */
  gboolean in_text;
  gboolean preserve;
  gboolean in_code;
  gboolean in_paragraph_properties;
  gboolean in_run_properties;
  gboolean in_row_properties;
  gboolean hidden;
} Body;

static Control *
get_control (const Body *body)
{
  return body->controls->len > 0 ? &g_array_index (body->controls, Control, body->controls->len - 1) : NULL;
}

static gboolean
is_shown (const Body *body)
{
  return !body->hidden && body->hints == 0 && jx_docx_flow_get_paragraph (body->flow) != NULL && jx_docx_fields_show (body->fields);
}

static void
add_text (Body *body, JxSax *sax, const char *text, gsize length)
{
  if (!is_shown (body))
    return;

  body->n_text += length;
  if (body->n_text > MAX_TEXT)
    jx_sax_refuse (sax, JX_ERROR_LIMIT, _("The document holds more text than any goal document; import the part that is one"));
  else
    g_string_append_len (jx_docx_flow_get_paragraph (body->flow)->text, text, (gssize) length);
}

static void
add_symbol (Body *body, JxSax *sax)
{
  g_autofree char *font = jx_sax_dup (sax, "font");
  g_autofree char *code = jx_sax_dup (sax, "char");
  char bytes[8];
  gunichar symbol = code != NULL ? jx_docx_symbol (font != NULL ? font : "", (gunichar) g_ascii_strtoull (code, NULL, 16)) : 0;

  if (symbol != 0 && g_unichar_validate (symbol))
    add_text (body, sax, bytes, (gsize) g_unichar_to_utf8 (symbol, bytes));
}

static void
take_field_char (Body *body, JxSax *sax)
{
  if (jx_sax_is (sax, "fldCharType", "begin"))
    jx_docx_fields_begin (body->fields);
  else if (jx_sax_is (sax, "fldCharType", "separate"))
    {
      if (jx_docx_fields_separate (body->fields))
        jx_docx_flow_drop_contents_title (body->flow);
    }
  else if (jx_sax_is (sax, "fldCharType", "end"))
    jx_docx_fields_end (body->fields);
}

static void
begin_simple_field (Body *body, JxSax *sax)
{
  gsize length = 0;
  const char *code = jx_sax_get (sax, "instr", &length);

  jx_docx_fields_begin (body->fields);
  if (code != NULL)
    jx_docx_fields_add_code (body->fields, code, length);
  jx_docx_fields_separate (body->fields);
}

static void
begin_cell (Body *body, JxSax *sax, JxDocxTable *table)
{
  if (++body->n_cells > MAX_CELLS || jx_docx_table_count_cells (table) > MAX_TABLE_CELLS)
    jx_sax_refuse (sax, JX_ERROR_LIMIT, _("The document has tables with more cells than any goal document; import the part that is one"));
  else
    jx_docx_table_begin_cell (table, jx_docx_flow_get_next_line (body->flow));
}

static void
start_in_table (Body *body, JxSax *sax, int element, JxDocxTable *table)
{
  switch (element)
    {
    case E_TR:
      jx_docx_table_begin_row (table, jx_docx_flow_get_next_line (body->flow));
      break;
    case E_TC:
      begin_cell (body, sax, table);
      break;
    case E_TR_PR:
      body->in_row_properties = TRUE;
      break;
    case E_GRID_SPAN:
      jx_docx_table_set_span (table, jx_sax_get_number (sax, "val", 1));
      break;
    case E_GRID_BEFORE:
      jx_docx_table_skip (table, (guint) MAX (jx_sax_get_number (sax, "val", 0), 0));
      break;
    case E_V_MERGE:
      if (!jx_sax_is (sax, "val", "restart"))
        jx_docx_table_cover (table, JX_DOCX_COVERED_ABOVE);
      break;
    case E_H_MERGE:
      if (!jx_sax_is (sax, "val", "restart"))
        jx_docx_table_cover (table, JX_DOCX_COVERED_LEFT);
      break;
    case E_CELL_DEL:
      jx_docx_table_cover (table, JX_DOCX_DELETED);
      break;
    default:
      break;
    }
}

static void
start_property (Body *body, JxSax *sax, int element)
{
  JxDocxParagraph *paragraph = jx_docx_flow_get_paragraph (body->flow);

  if (element == E_R_PR)
    body->in_run_properties = TRUE;
  else if (element == E_VANISH && body->in_run_properties && !body->in_paragraph_properties
           && (get_control (body) == NULL || get_control (body)->open))
    body->hidden = jx_sax_is_on (sax);
  else if (!body->in_paragraph_properties || paragraph == NULL)
    return;
  else if (element == E_P_STYLE)
    {
      g_free (paragraph->style);
      paragraph->style = jx_sax_dup (sax, "val");
    }
  else if (element == E_NUM_ID)
    paragraph->number_id = MAX (jx_sax_get_number (sax, "val", 0), 0);
  else if (element == E_ILVL)
    paragraph->level = jx_sax_get_number (sax, "val", 0);
}

/* A deletion is a mark among properties, or holds what was deleted. */
static void
start_deletion (Body *body)
{
  if (body->in_paragraph_properties)
    {
      if (body->in_run_properties && jx_docx_flow_get_paragraph (body->flow) != NULL)
        jx_docx_flow_get_paragraph (body->flow)->deleted = TRUE;
    }
  else if (body->in_row_properties)
    {
      jx_docx_table_drop_row (jx_docx_flow_get_table (body->flow));
      body->in_row_properties = FALSE;
      /* This, the properties and the row. */
      body->skip = 3;
    }
  else
    body->skip = 1;
}

static void
start_branch (Body *body)
{
  gboolean *taken = body->branches->len > 0 ? &g_array_index (body->branches, gboolean, body->branches->len - 1) : NULL;

  if (taken == NULL)
    return;
  if (*taken)
    body->skip = 1;
  *taken = TRUE;
}

static void
start_control (Body *body, JxSax *sax, int element)
{
  Control new_control = { FALSE, FALSE, FALSE };
  Control *control = get_control (body);

  if (element == E_SDT)
    g_array_append_val (body->controls, new_control);
  else if (control == NULL)
    return;
  else if (element == E_PLACEHOLDER)
    control->hint = jx_sax_is_on (sax);
  else if (element == E_GALLERY)
    control->contents = jx_sax_is (sax, "val", "Table of Contents");
  else if (element == E_SDT_CONTENT && control->contents)
    body->skip = 1;
  else if (element == E_SDT_CONTENT)
    {
      control->open = TRUE;
      body->hints += control->hint;
    }
}

static void
end_control (Body *body)
{
  const Control *control = get_control (body);

  if (control == NULL)
    return;
  if (control->open)
    body->hints -= control->hint;
  g_array_set_size (body->controls, body->controls->len - 1);
}

static void
start_text (Body *body, JxSax *sax)
{
  body->in_text = TRUE;
  body->preserve = jx_sax_is (sax, "space", "preserve");
  body->text_start = jx_docx_flow_get_paragraph (body->flow) != NULL ? jx_docx_flow_get_paragraph (body->flow)->text->len : 0;
}

static void
start_element (Body *body, JxSax *sax, int element)
{
  gboolean taken = FALSE;

  switch (element)
    {
    case E_P:
      jx_docx_flow_begin_paragraph (body->flow);
      break;
    case E_P_PR:
      body->in_paragraph_properties = TRUE;
      break;
    case E_T:
    case E_MATH_TEXT:
      start_text (body, sax);
      break;
    case E_BR:
    case E_CR:
      add_text (body, sax, "\n", 1);
      break;
    case E_TAB:
    case E_PTAB:
      /* Among properties it is a tab stop. */
      if (!body->in_paragraph_properties)
        add_text (body, sax, "\t", 1);
      break;
    case E_HYPHEN:
      add_text (body, sax, "-", 1);
      break;
    case E_SYM:
      add_symbol (body, sax);
      break;
    case E_FLD_CHAR:
      take_field_char (body, sax);
      break;
    case E_FLD_SIMPLE:
      begin_simple_field (body, sax);
      break;
    case E_INSTR:
      body->in_code = TRUE;
      break;
    case E_TBL:
      jx_docx_flow_begin_table (body->flow);
      break;
    case E_SDT:
    case E_SDT_CONTENT:
    case E_PLACEHOLDER:
    case E_GALLERY:
      start_control (body, sax, element);
      break;
    case E_ALTERNATE:
      g_array_append_val (body->branches, taken);
      break;
    case E_CHOICE:
    case E_FALLBACK:
      start_branch (body);
      break;
    case E_DEL:
    case E_MOVE_FROM:
      start_deletion (body);
      break;
    default:
      start_property (body, sax, element);
      if (jx_docx_flow_get_table (body->flow) != NULL)
        start_in_table (body, sax, element, jx_docx_flow_get_table (body->flow));
      break;
    }
}

static void
start_cb (JxSax *sax, int element, gpointer user_data)
{
  Body *body = user_data;

  if (body->skip > 0)
    body->skip++;
  else if (element >= E_FIRST_SKIPPED)
    body->skip = 1;
  else if (element >= 0)
    start_element (body, sax, element);
}

static void
end_cb (JxSax *sax, int element, gpointer user_data)
{
  Body *body = user_data;

  if (body->skip > 0)
    {
      body->skip--;
      return;
    }

  switch (element)
    {
    case E_P:
      jx_docx_flow_end_paragraph (body->flow);
      break;
    case E_P_PR:
      body->in_paragraph_properties = FALSE;
      break;
    case E_R_PR:
      body->in_run_properties = FALSE;
      break;
    case E_TR_PR:
      body->in_row_properties = FALSE;
      break;
    case E_R:
      body->hidden = FALSE;
      break;
    case E_T:
    case E_MATH_TEXT:
      body->in_text = FALSE;
      if (jx_docx_flow_get_paragraph (body->flow) != NULL)
        jx_docx_finish_text (jx_docx_flow_get_paragraph (body->flow)->text, body->text_start, body->preserve);
      break;
    case E_INSTR:
      body->in_code = FALSE;
      break;
    case E_FLD_SIMPLE:
      jx_docx_fields_end (body->fields);
      break;
    case E_TC:
      jx_docx_flow_end_cell (body->flow);
      break;
    case E_TBL:
      jx_docx_flow_end_table (body->flow);
      break;
    case E_SDT:
      end_control (body);
      break;
    case E_ALTERNATE:
      if (body->branches->len > 0)
        g_array_set_size (body->branches, body->branches->len - 1);
      break;
    default:
      break;
    }
}

static void
text_cb (JxSax *sax, const char *text, gsize length, gpointer user_data)
{
  Body *body = user_data;

  if (body->skip > 0)
    return;
  if (body->in_code)
    jx_docx_fields_add_code (body->fields, text, length);
  else if (body->in_text)
    add_text (body, sax, text, length);
}

gboolean
jx_docx_body_read (JxZip *zip, const char *part, JxDocxNumbering *numbering, JxSource *source, GError **error)
{
  static const JxSaxHandler handler = { names, start_cb, end_cb, text_cb };
  Body body = { .fields = jx_docx_fields_new () };
  gboolean read;

  body.flow = jx_docx_flow_new (source, numbering, body.fields);
  body.controls = g_array_new (FALSE, FALSE, sizeof (Control));
  body.branches = g_array_new (FALSE, FALSE, sizeof (gboolean));

  read = jx_sax_read (zip, part, &handler, &body, error);
  if (read)
    jx_docx_flow_end_carrying (body.flow);

  jx_docx_flow_free (body.flow);
  jx_docx_fields_free (body.fields);
  g_array_unref (body.controls);
  g_array_unref (body.branches);

  return read;
}
