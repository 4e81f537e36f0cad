/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/jx-docx-field.h"

#include <string.h>

/* Enough of a code to know what it is. */
#define CODE_BYTES 16
/* Deeper ones are somebody's mistake. */
#define MAX_FIELDS 64

typedef struct
{
  gboolean in_code;
  gboolean contents;
  char code[CODE_BYTES + 1];
} Field;

struct _JxDocxFields
{
  GArray *fields;
  guint n_codes;
  guint n_contents;
};

JxDocxFields *
jx_docx_fields_new (void)
{
  JxDocxFields *fields = g_new0 (JxDocxFields, 1);

  fields->fields = g_array_new (FALSE, TRUE, sizeof (Field));

  return fields;
}

void
jx_docx_fields_free (JxDocxFields *fields)
{
  g_array_unref (fields->fields);
  g_free (fields);
}

static Field *
get_last (const JxDocxFields *fields)
{
  return fields->fields->len > 0 ? &g_array_index (fields->fields, Field, fields->fields->len - 1) : NULL;
}

void
jx_docx_fields_begin (JxDocxFields *fields)
{
  Field field = { TRUE };

  if (fields->fields->len >= MAX_FIELDS)
    jx_docx_fields_end (fields);
  fields->n_codes++;
  g_array_append_val (fields->fields, field);
}

void
jx_docx_fields_add_code (JxDocxFields *fields, const char *code, gsize length)
{
  Field *field = get_last (fields);
  gsize have;

  if (field == NULL || !field->in_code)
    return;

  while (*field->code == '\0' && length > 0 && g_ascii_isspace (*code))
    {
      code++;
      length--;
    }
  have = strlen (field->code);
  memcpy (field->code + have, code, MIN (length, CODE_BYTES - have));
}

gboolean
jx_docx_fields_separate (JxDocxFields *fields)
{
  Field *field = get_last (fields);

  if (field == NULL || !field->in_code)
    return FALSE;

  field->in_code = FALSE;
  fields->n_codes--;
  field->contents = g_ascii_strncasecmp (field->code, "TOC", 3) == 0 && !g_ascii_isalnum (field->code[3]);
  fields->n_contents += field->contents;

  return field->contents;
}

void
jx_docx_fields_end (JxDocxFields *fields)
{
  const Field *field = get_last (fields);

  if (field == NULL)
    return;

  fields->n_codes -= field->in_code;
  fields->n_contents -= field->contents;
  g_array_set_size (fields->fields, fields->fields->len - 1);
}

void
jx_docx_fields_end_paragraph (JxDocxFields *fields)
{
  for (guint i = 0; fields->n_codes > 0 && i < fields->fields->len; i++)
    g_array_index (fields->fields, Field, i).in_code = FALSE;
  fields->n_codes = 0;
}

void
jx_docx_fields_close_contents (JxDocxFields *fields)
{
  for (guint i = 0; fields->n_contents > 0 && i < fields->fields->len; i++)
    g_array_index (fields->fields, Field, i).contents = FALSE;
  fields->n_contents = 0;
}

gboolean
jx_docx_fields_show (const JxDocxFields *fields)
{
  return fields->n_codes == 0 && fields->n_contents == 0;
}

gboolean
jx_docx_fields_in_contents (const JxDocxFields *fields)
{
  return fields->n_contents > 0;
}
