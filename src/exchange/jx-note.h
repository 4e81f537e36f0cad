/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What people write over and beside any table, whatever its form: a title that names no project, the
 * year, the unit of the amounts. */

typedef enum
{
  JX_NOTE_NONE,
  JX_NOTE_TITLE, /* 松岭县水利局2024年部门预算项目绩效目标表 */
  JX_NOTE_WHOLE, /* 2024年部门整体支出绩效目标表: a table of the department, of no project */
  JX_NOTE_YEAR,  /* （2024年度） */
  JX_NOTE_MONTH, /* （1—7月）, what a monitoring table is about */
  JX_NOTE_UNIT,  /* 金额单位：元 */
} JxNoteType;

/**
 * JxNote:
 * @numbered: of a title: a number stands in front: it is one of a row of items, be it empty
 * @year: of a title or year; 0 where it says none
 * @month: of a month: the last
 * @unit_name: (nullable): of a title: whose table it is, folded
 * @amount_unit: (nullable): of a unit: "元", "万元" or "亿元"
 */
typedef struct
{
  JxNoteType type;
  gboolean numbered;
  guint year;
  guint month;
  char *unit_name;
  const char *amount_unit;
} JxNote;

/** jx_note_read: Returns: whether the whole of @text is such a note. */
gboolean jx_note_read (const char *text, JxNote *note);

/** jx_note_names_body: Returns: whether @text ends as names of administrations do: 局, 镇, 人民政府 … */
gboolean jx_note_names_body (const char *text);

void jx_note_clear (JxNote *note);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (JxNote, jx_note_clear)

G_END_DECLS
