/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words of a form and an item make runs. */
#include "form/jx-form-private.h"
#include "form/jx-layout-private.h"

#include <string.h>

/* Up to so many characters a cell's words are centred. */
#define SHORT_CHARACTERS 6

void
jx_scope_init (JxScope *scope, JxItem *item)
{
  memset (scope, 0, sizeof *scope);
  scope->kind = jx_item_get_kind (item);
  for (JxItem *holder = item; holder != NULL; holder = jx_item_get_parent (holder))
    scope->items[jx_item_get_kind (holder)] = holder;
}

void
jx_scope_enter (JxScope *scope, JxKind kind, JxItem *item)
{
  scope->kind = kind;
  scope->items[kind] = item;
}

JxItem *
jx_scope_get_holder (const JxScope *scope, JxKind kind)
{
  JxKind holder = jx_form_kind_holder (kind);

  return holder != JX_N_KINDS ? scope->items[holder] : NULL;
}

static void
run_clear (gpointer data)
{
  g_free (((JxRun *) data)->text);
}

GArray *
jx_runs_new (guint reserved)
{
  GArray *runs = g_array_sized_new (FALSE, FALSE, sizeof (JxRun), MAX (reserved, 1));

  g_array_set_clear_func (runs, run_clear);

  return runs;
}

static void
add_run (GArray *runs, char *text, JxItem *item, JxField field)
{
  JxRun run = { text, item, field, NULL, { .field = JX_FIELD_NONE } };

  g_array_append_val (runs, run);
}

void
jx_runs_add_words (GArray *runs, const char *words)
{
  add_run (runs, g_strdup (words), NULL, JX_FIELD_NONE);
}

static char *
dup_number (const JxFormPart *part, JxItem *item)
{
  const char *mark;
  guint number;

  if (item == NULL || jx_item_get_parent (item) == NULL)
    return g_strdup ("");

  number = jx_item_get_index (item) + 1;
  mark = part->field != JX_FIELD_NONE ? jx_item_get (item, part->field) : NULL;

  /* A mark from the source holds only as long as the item stands where it stood there. */
  if (mark != NULL && jx_form_read_mark (mark) == number)
    return g_strdup (mark);

  return jx_form_part_format_number (part, number);
}

void
jx_runs_add_parts (GArray *runs, const JxFormNode *node, const JxScope *scope)
{
  gboolean blank = FALSE;

  for (guint i = 0; i < node->parts->len; i++)
    {
      const JxFormPart *part = node->parts->pdata[i];
      JxItem *item = part->kind != JX_N_KINDS ? scope->items[part->kind] : NULL;
      JxField field = JX_FIELD_NONE;
      JxRun *run;
      char *value;

      switch (part->type)
        {
        case JX_PART_TEXT:
          if (!part->optional || !blank)
            jx_runs_add_words (runs, part->text);
          break;
        case JX_PART_FIELD:
        case JX_PART_TICK:
        case JX_PART_PERCENT:
        case JX_PART_SUM:
          value = jx_value_dup (part, scope, &item, &field);
          blank = value == NULL;
          add_run (runs, value != NULL ? value : g_strdup (""), item, field);
          run = &g_array_index (runs, JxRun, runs->len - 1);
          run->part = part;
          run->blank = jx_value_get_blank (part, scope);
          break;
        case JX_PART_NUMBER:
          add_run (runs, dup_number (part, item), NULL, JX_FIELD_NONE);
          break;
        case JX_PART_BREAK:
          jx_runs_add_words (runs, "\n");
          break;
        }
    }
}

gboolean
jx_runs_is_blank (GArray *runs)
{
  for (guint i = 0; i < runs->len; i++)
    if (*g_array_index (runs, JxRun, i).text != '\0')
      return FALSE;

  return TRUE;
}

gboolean
jx_runs_equal (GArray *a, GArray *b)
{
  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    if (strcmp (g_array_index (a, JxRun, i).text, g_array_index (b, JxRun, i).text) != 0)
      return FALSE;

  return TRUE;
}

JxAlign
jx_runs_resolve_align (GArray *runs, JxAlign align)
{
  guint width = 0;

  if (align != JX_ALIGN_AUTO)
    return align;

  for (guint i = 0; i < runs->len; i++)
    for (const char *at = g_array_index (runs, JxRun, i).text; *at != '\0'; at = g_utf8_next_char (at))
      {
        /* Digits and letters are half as wide: ≤2.07万元 is as short as 历史标准. */
        width += g_unichar_iswide (g_utf8_get_char (at)) ? 2 : 1;
        if (*at == '\n' || width > 2 * SHORT_CHARACTERS)
          return JX_ALIGN_START;
      }

  return JX_ALIGN_CENTER;
}

char *
jx_form_node_dup_text (const JxFormNode *node, JxItem *item)
{
  g_autoptr (GArray) runs = NULL;
  JxScope scope;

  g_return_val_if_fail (node != NULL && item != NULL, NULL);

  runs = jx_runs_new (node->parts->len);
  jx_scope_init (&scope, item);
  jx_runs_add_parts (runs, node, &scope);

  return jx_runs_dup_text (runs);
}

char *
jx_runs_dup_text (GArray *runs)
{
  GString *text;

  g_return_val_if_fail (runs != NULL, NULL);

  text = g_string_new (NULL);
  for (guint i = 0; i < runs->len; i++)
    g_string_append (text, g_array_index (runs, JxRun, i).text);

  return g_string_free (text, FALSE);
}

char *
jx_runs_dup_line (GArray *runs)
{
  g_autofree char *text = jx_runs_dup_text (runs);
  g_auto (GStrv) lines = g_strsplit (text != NULL ? g_strdelimit (text, "\t", ' ') : "", "\n", -1);

  return g_strjoinv ("\xe3\x80\x80", lines);
}
