/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-flow.h"

#include "base/jx-fold.h"
#include "exchange/jx-docx-format.h"

#define CONTENTS_TITLE "目录"

struct _JxDocxFlow
{
  JxSource *source;
  JxDocxNumbering *numbering;
  JxDocxFields *fields;
  GPtrArray *paragraphs; /* open ones, outermost first */
  GPtrArray *tables;     /* likewise */
  GString *carried;      /* of a paragraph whose end was deleted */
  guint line;
};

static void
paragraph_free (gpointer data)
{
  JxDocxParagraph *paragraph = data;

  g_string_free (paragraph->text, TRUE);
  g_free (paragraph->style);
  g_free (paragraph);
}

JxDocxFlow *
jx_docx_flow_new (JxSource *source, JxDocxNumbering *numbering, JxDocxFields *fields)
{
  JxDocxFlow *flow = g_new0 (JxDocxFlow, 1);

  flow->source = source;
  flow->numbering = numbering;
  flow->fields = fields;
  flow->paragraphs = g_ptr_array_new_with_free_func (paragraph_free);
  flow->tables = g_ptr_array_new_with_free_func ((GDestroyNotify) jx_docx_table_free);
  flow->carried = g_string_new (NULL);

  return flow;
}

void
jx_docx_flow_free (JxDocxFlow *flow)
{
  g_ptr_array_unref (flow->paragraphs);
  g_ptr_array_unref (flow->tables);
  g_string_free (flow->carried, TRUE);
  g_free (flow);
}

JxDocxParagraph *
jx_docx_flow_get_paragraph (const JxDocxFlow *flow)
{
  return flow->paragraphs->len > 0 ? flow->paragraphs->pdata[flow->paragraphs->len - 1] : NULL;
}

JxDocxTable *
jx_docx_flow_get_table (const JxDocxFlow *flow)
{
  return flow->tables->len > 0 ? flow->tables->pdata[flow->tables->len - 1] : NULL;
}

guint
jx_docx_flow_get_next_line (const JxDocxFlow *flow)
{
  return flow->line + 1;
}

void
jx_docx_flow_begin_paragraph (JxDocxFlow *flow)
{
  JxDocxParagraph *paragraph = g_new0 (JxDocxParagraph, 1);

  paragraph->text = g_string_new (NULL);
  paragraph->number_id = paragraph->level = -1;
  paragraph->line = ++flow->line;
  paragraph->silent = jx_docx_fields_in_contents (flow->fields);
  g_ptr_array_add (flow->paragraphs, paragraph);
}

static void
hand_over (JxDocxFlow *flow, const char *text, gsize length, guint line)
{
  if (jx_docx_flow_get_table (flow) != NULL)
    jx_docx_table_add_text (jx_docx_flow_get_table (flow), text, length, line);
  else
    jx_docx_add_lines (flow->source, text, length, line);
}

static void
add_number (JxDocxFlow *flow, JxDocxParagraph *paragraph)
{
  g_autoptr (GString) number = g_string_new (NULL);

  if (paragraph->number_id == 0)
    return;

  jx_docx_numbering_next (flow->numbering, paragraph->style, paragraph->number_id, paragraph->level, number);
  g_string_prepend_len (paragraph->text, number->str, (gssize) number->len);
}

void
jx_docx_flow_end_paragraph (JxDocxFlow *flow)
{
  JxDocxParagraph *paragraph = jx_docx_flow_get_paragraph (flow);
  GString *text;

  if (paragraph == NULL)
    return;

  text = paragraph->text;
  jx_docx_fields_end_paragraph (flow->fields);
  if (paragraph->deleted)
    g_string_append_len (flow->carried, text->str, (gssize) text->len);
  else if (!paragraph->silent)
    {
      g_string_prepend_len (text, flow->carried->str, (gssize) flow->carried->len);
      g_string_truncate (flow->carried, 0);
      add_number (flow, paragraph);
      if (text->len > 0 || jx_docx_flow_get_table (flow) != NULL)
        hand_over (flow, text->str, text->len, paragraph->line);
    }
  g_ptr_array_set_size (flow->paragraphs, (int) flow->paragraphs->len - 1);
}

void
jx_docx_flow_end_carrying (JxDocxFlow *flow)
{
  if (flow->carried->len > 0)
    hand_over (flow, flow->carried->str, flow->carried->len, flow->line);
  g_string_truncate (flow->carried, 0);
}

void
jx_docx_flow_drop_contents_title (JxDocxFlow *flow)
{
  guint n = jx_source_count_blocks (flow->source);
  const JxSourceBlock *last = n > 0 && flow->tables->len == 0 ? jx_source_get_block (flow->source, n - 1) : NULL;

  if (last != NULL && last->type == JX_SOURCE_PARAGRAPH && jx_fold_equal (last->text, CONTENTS_TITLE))
    jx_source_drop_last (flow->source);
}

void
jx_docx_flow_begin_table (JxDocxFlow *flow)
{
  /* A table of contents that was never ended ends before a table. */
  jx_docx_fields_close_contents (flow->fields);
  g_ptr_array_add (flow->tables, jx_docx_table_new (flow->source));
}

void
jx_docx_flow_end_cell (JxDocxFlow *flow)
{
  JxDocxTable *table = jx_docx_flow_get_table (flow);

  jx_docx_flow_end_carrying (flow);
  if (table != NULL)
    jx_docx_table_end_cell (table);
}

void
jx_docx_flow_end_table (JxDocxFlow *flow)
{
  JxDocxTable *table = jx_docx_flow_get_table (flow);

  if (table == NULL)
    return;

  if (flow->tables->len > 1)
    jx_docx_table_put_in (flow->tables->pdata[flow->tables->len - 2], table);
  else
    jx_docx_table_hand_over (table);
  g_ptr_array_set_size (flow->tables, (int) flow->tables->len - 1);
}
