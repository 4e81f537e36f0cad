/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-script.h"

#include <string.h>

#include "base/jx-fold.h"

typedef struct
{
  JxFormSet *set;
  JxScript *script;
  JxKind list;
  guint section;
  gboolean title;
  guint depth;
} Builder;

/* Forms may use forms; a circle ends here. */
#define MAX_DEPTH 8

static void
line_clear (gpointer data)
{
  JxLine *line = data;

  g_free (line->words);
  g_free (line->bare_words);
  g_free (line->whole);
  g_free (line->kin);
  g_clear_pointer (&line->others, g_ptr_array_unref);
}

static void
add_wording (GPtrArray *others, const char *words)
{
  JxMark mark;

  g_ptr_array_add (others, jx_fold (words));
  if (jx_mark_read (words, &mark))
    g_ptr_array_add (others, jx_fold (words + mark.length));
}

char *
jx_script_dup_kin (const char *folded)
{
  GString *kin = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    if (!jx_is_numeral (g_utf8_get_char (p)))
      g_string_append_len (kin, p, g_utf8_next_char (p) - p);
    else if (kin->len == 0 || kin->str[kin->len - 1] != '#')
      g_string_append_c (kin, '#');

  return g_string_free (kin, FALSE);
}

static void
fold_words (Builder *builder, JxLine *line)
{
  g_autoptr (GString) words = g_string_new (NULL);
  JxMark mark;

  for (guint i = 0; i < line->n_parts; i++)
    {
      if (line->parts[i]->type != JX_PART_TEXT)
        return;
      g_string_append (words, line->parts[i]->text);
    }
  if (jx_mark_read (words->str, &mark))
    {
      line->bare_words = jx_fold (words->str + mark.length);
      if (line->heading)
        g_hash_table_add (builder->script->styles, g_strdup (mark.style));
    }
  line->words = jx_fold (words->str);
  if (line->heading)
    {
      line->kin = jx_script_dup_kin (line->words);
      if (*line->kin == '#' || strchr (line->kin, '#') == NULL)
        g_clear_pointer (&line->kin, g_free);
    }
}

/* A heading over several lines may also stand on one. */
static void
fold_whole (Builder *builder, const JxFormNode *node, guint first)
{
  GArray *lines = builder->script->lines;
  g_autoptr (GString) whole = g_string_new (NULL);
  JxLine *last = lines->len > first ? &g_array_index (lines, JxLine, lines->len - 1) : NULL;

  if (last == NULL || !last->heading)
    return;
  for (guint i = first; i < lines->len; i++)
    if (g_array_index (lines, JxLine, i).words == NULL)
      return;
    else
      g_string_append (whole, g_array_index (lines, JxLine, i).words);

  if (lines->len > first + 1)
    last->whole = g_strdup (whole->str);
  last->others = g_ptr_array_new_with_free_func (g_free);
  for (guint a = 0; a < node->aliases->len; a++)
    add_wording (last->others, node->aliases->pdata[a]);
}

/* A heading over several lines is met line by line. */
static void
add_line (Builder *builder, const JxFormNode *node, guint first, guint n)
{
  JxLine line = { .n_parts = n };

  if (n == 0)
    return;
  line.parts = (JxFormPart **) node->parts->pdata + first;
  line.heading = node->type == JX_NODE_HEADING;
  line.title = builder->title;
  line.list = builder->list;
  line.aliases = node->aliases;
  fold_words (builder, &line);
  line.has_words = jx_pattern_has_words (line.parts, n);
  for (guint i = 0; i < n; i++)
    line.has_number |= line.parts[i]->type == JX_PART_NUMBER;
  if (line.words != NULL && line.heading && line.list == JX_N_KINDS)
    builder->section++;
  line.section = builder->section;
  g_array_append_val (builder->script->lines, line);
}

static void
add_words (Builder *builder, const JxFormNode *node)
{
  guint first = 0;
  guint first_line = builder->script->lines->len;

  for (guint i = 0; i <= node->parts->len; i++)
    if (i == node->parts->len || ((JxFormPart *) node->parts->pdata[i])->type == JX_PART_BREAK)
      {
        add_line (builder, node, first, i - first);
        first = i + 1;
      }
  fold_whole (builder, node, first_line);
  for (guint i = 0; builder->title && i < node->parts->len; i++)
    g_ptr_array_add (builder->script->title, node->parts->pdata[i]);
  if (builder->title && node->aliases->len > 0)
    builder->script->title_line.aliases = node->aliases;
}

static void
add_contents (Builder *builder, const JxFormNode *node)
{
  for (guint i = 0; i < node->parts->len; i++)
    if (((JxFormPart *) node->parts->pdata[i])->type == JX_PART_TEXT)
      g_ptr_array_add (builder->script->contents, jx_fold (((JxFormPart *) node->parts->pdata[i])->text));
}

static void add_blocks (Builder *builder, const JxFormNode *node);

static void
add_block (Builder *builder, const JxFormNode *node)
{
  GArray *lines = builder->script->lines;
  guint first = lines->len;
  const JxForm *used;

  switch (node->type)
    {
    case JX_NODE_HEADING:
    case JX_NODE_PARAGRAPH:
      add_words (builder, node);
      break;
    case JX_NODE_TITLE_PAGE:
      builder->title = TRUE;
      add_blocks (builder, node);
      builder->title = FALSE;
      break;
    case JX_NODE_EACH:
      builder->list = node->each;
      add_blocks (builder, node);
      builder->list = JX_N_KINDS;
      for (guint i = first; i < lines->len; i++)
        {
          g_array_index (lines, JxLine, i).first = first;
          g_array_index (lines, JxLine, i).last = lines->len - 1;
        }
      break;
    case JX_NODE_USE:
      used = node->each == JX_N_KINDS ? jx_form_set_find (builder->set, node->use, JX_KIND_DOCUMENT) : NULL;
      if (used != NULL && builder->depth++ < MAX_DEPTH)
        add_blocks (builder, jx_form_get_root (used));
      break;
    case JX_NODE_CONTENTS:
      add_contents (builder, node);
      break;
    case JX_NODE_FORM:
    case JX_NODE_TABLE:
    case JX_NODE_ROW:
    case JX_NODE_CELL:
    case JX_NODE_ACROSS:
    default:
      break;
    }
}

static void
add_blocks (Builder *builder, const JxFormNode *node)
{
  for (guint i = 0; i < node->children->len; i++)
    add_block (builder, node->children->pdata[i]);
}

JxScript *
jx_script_new (JxFormSet *set, const JxForm *form)
{
  JxScript *script = g_new0 (JxScript, 1);
  Builder builder = { set, script, JX_N_KINDS };

  script->lines = g_array_new (FALSE, TRUE, sizeof (JxLine));
  g_array_set_clear_func (script->lines, line_clear);
  script->styles = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  script->contents = g_ptr_array_new_with_free_func (g_free);
  script->title = g_ptr_array_new ();
  add_blocks (&builder, jx_form_get_root (form));
  script->title_line.parts = (JxFormPart **) script->title->pdata;
  script->title_line.n_parts = script->title->len;

  return script;
}

void
jx_script_free (JxScript *script)
{
  if (script == NULL)
    return;

  g_array_unref (script->lines);
  g_hash_table_unref (script->styles);
  g_ptr_array_unref (script->contents);
  g_ptr_array_unref (script->title);
  g_free (script);
}

const JxLine *
jx_script_get (const JxScript *script, guint index)
{
  g_return_val_if_fail (index < script->lines->len, NULL);

  return &g_array_index (script->lines, JxLine, index);
}

gboolean
jx_line_match (const JxLine *line, const char *text, JxMatch *match)
{
  g_autofree JxFormPart **parts = NULL;
  JxFormPart words = { .type = JX_PART_TEXT };
  guint at = 0;

  if (jx_pattern_match (line->parts, line->n_parts, text, match))
    return TRUE;
  if (line->aliases == NULL || line->aliases->len == 0)
    return FALSE;
  while (at < line->n_parts && (line->parts[at]->type != JX_PART_TEXT || line->parts[at]->optional))
    at++;
  if (at == line->n_parts)
    return FALSE;

  parts = g_memdup2 (line->parts, line->n_parts * sizeof *parts);
  parts[at] = &words;
  for (guint a = 0; a < line->aliases->len; a++)
    {
      words.text = line->aliases->pdata[a];
      if (jx_pattern_match (parts, line->n_parts, text, match))
        return TRUE;
    }

  return FALSE;
}
