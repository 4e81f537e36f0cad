/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-flat-lines.h"

#include <string.h>

#include "base/jx-fold.h"
#include "exchange/jx-note.h"
#include "exchange/jx-pattern.h"
#include "exchange/jx-read-lines.h"

/* A label is broken over so many lines at most, each of so many characters. */
#define LABEL_LINES 6
#define PART_CHARACTERS 8

static gboolean
is_word (const char *text)
{
  JxSense sense;

  return jx_sense_read_label (text, &sense) || jx_sense_read_column (text, &sense) || jx_sense_is_level (text, 1) || jx_sense_is_level (text, 2);
}

static gboolean
is_short (const JxSourceBlock *block)
{
  return block->type == JX_SOURCE_PARAGRAPH && !jx_line_is_blank (block->text) && strlen (block->text) <= 4 * PART_CHARACTERS + 8
         && g_utf8_strlen (block->text, -1) <= PART_CHARACTERS;
}

/* “指标” below “一级”, “（万元）” below “项目资金”, “及改进措施” below “偏差原因分析”. */
static gboolean
goes_on (const char *above, const char *text)
{
  g_autofree char *folded = jx_fold (text);
  gsize length = strlen (folded);

  if (!is_word (above))
    return FALSE;

  return strcmp (folded, "指标") == 0 || (length > 2 && length < 90 && *folded == '(' && folded[length - 1] == ')')
         || (g_str_has_prefix (folded, "及") && length < 40);
}

/* The first line of a label whose second alone is one too. */
static gboolean
is_modifier (const char *text)
{
  static const char * const modifiers[] = { "年度", "全年", "实际", "绩效", "预期", "年初", "总体", "项目", "指标", "年度绩效", "年度总体", "年初设定", "全年预计",
                                            "服务对象", "社会公众", "受益对象", "社会", "经济", "生态", "可持续" };

  for (gsize i = 0; i < G_N_ELEMENTS (modifiers); i++)
    if (jx_fold_equal (text, modifiers[i]))
      return TRUE;

  return FALSE;
}

/* How many blocks from @block on are one label. @text: (out): it. */
static guint
count_parts (const JxSource *source, guint block, char **text)
{
  guint n_blocks = jx_source_count_blocks (source);
  const JxSourceBlock *first = jx_source_get_block (source, block);
  g_autoptr (GString) joined = g_string_new (first->text);
  guint n = 1;

  if (is_short (first) && !is_word (first->text) && strpbrk (first->text, "0123456789") == NULL)
    for (guint more = 1; more < LABEL_LINES && block + more < n_blocks && is_short (jx_source_get_block (source, block + more)); more++)
      {
        const char *part = jx_source_get_block (source, block + more)->text;

        if (is_word (part) && !is_modifier (joined->str))
          break;
        g_string_append (joined, part);
        if (is_word (joined->str))
          {
            n = more + 1;
            break;
          }
      }
  if (n == 1)
    g_string_assign (joined, first->text);
  while (block + n < n_blocks && jx_source_get_block (source, block + n)->type == JX_SOURCE_PARAGRAPH
         && goes_on (joined->str, jx_source_get_block (source, block + n)->text))
    g_string_append (joined, jx_source_get_block (source, block + n++)->text);
  *text = n > 1 ? g_strdup (joined->str) : NULL;

  return n;
}

GArray *
jx_flat_lines_read (const JxSource *source, JxSource *into)
{
  GArray *lines = g_array_new (FALSE, TRUE, sizeof (JxFlatLine));

  for (guint b = 0; b < jx_source_count_blocks (source);)
    {
      const JxSourceBlock *block = jx_source_get_block (source, b);
      JxFlatLine line = { .line = block->line, .block = b, .end = b + 1 };
      g_autofree char *joined = NULL;

      if (block->type == JX_SOURCE_PARAGRAPH)
        {
          line.end = b + count_parts (source, b, &joined);
          line.text = joined != NULL ? jx_source_keep (into, joined, -1) : block->text;
          line.blank = jx_line_is_blank (line.text);
          jx_sense_read_label (line.text, &line.label);
          jx_sense_read_column (line.text, &line.column);
        }
      g_array_append_val (lines, line);
      b = line.end;
    }

  return lines;
}

gboolean
jx_flat_line_is_label (const JxFlatLine *line)
{
  return line->text != NULL && (line->label.type != JX_SENSE_NONE || line->column.type != JX_SENSE_NONE);
}

gboolean
jx_flat_line_ends (const JxFlatLine *line)
{
  g_auto (JxNote) note = { JX_NOTE_NONE };
  JxMark mark;

  if (line->text == NULL)
    return TRUE;
  if (line->blank)
    return FALSE;
  if (jx_mark_read (line->text, &mark) && jx_line_is_blank (line->text + mark.length))
    return TRUE;
  if (line->label.type == JX_SENSE_TOTAL || (line->label.type == JX_SENSE_FIELD && line->label.field == JX_FIELD_PROJECT_NAME))
    return TRUE;

  return jx_sense_is_foot (line->text)
         || (jx_note_read (line->text, &note) && (note.type == JX_NOTE_TITLE || note.type == JX_NOTE_WHOLE));
}
