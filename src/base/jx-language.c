/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "base/jx-language.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "base/jx-language-resources.h"

#define CATALOGUE "/io/github/jixiao/Jixiao/base/zh_CN.mo"
/* Of a catalogue as msgfmt writes it, in words of four bytes: how many messages, where their table and
 * that of their translations begin. */
#define COUNT_AT 8
#define MESSAGES_AT 12
#define TRANSLATIONS_AT 16
#define ROW_BYTES 8

/* The program carries the Chinese catalogue in itself: gettext speaks one language at a time, that of
 * the interface, and only one that is installed. */
static const char *
get_catalogue (void)
{
  static gsize catalogue = 0;

  if (g_once_init_enter (&catalogue))
    {
      g_autoptr (GBytes) bytes = g_resource_lookup_data (jx_language_resources_get_resource (), CATALOGUE, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      /* Not compressed: the bytes are those of the program and stay. */
      g_assert (bytes != NULL);
      g_once_init_leave (&catalogue, (gsize) g_bytes_get_data (bytes, NULL));
    }

  return (const char *) catalogue;
}

static guint32
read_word (const char *catalogue, gsize at)
{
  guint32 word;

  memcpy (&word, catalogue + at, sizeof word);

  return GUINT32_FROM_LE (word);
}

/* Row @row of the table whose place stands at @table. */
static const char *
get_text (const char *catalogue, gsize table, guint32 row)
{
  return catalogue + read_word (catalogue, read_word (catalogue, table) + row * ROW_BYTES + sizeof (guint32));
}

/* Messages stand in the order of their bytes; of two numbers the singular comes first, and Chinese has
 * but one translation. */
static const char *
find_in_catalogue (const char *key)
{
  const char *catalogue = get_catalogue ();
  guint32 from = 0, to = read_word (catalogue, COUNT_AT);

  while (from < to)
    {
      guint32 middle = from + (to - from) / 2;
      int order = strcmp (key, get_text (catalogue, MESSAGES_AT, middle));

      if (order == 0)
        return get_text (catalogue, TRANSLATIONS_AT, middle);
      if (order < 0)
        to = middle;
      else
        from = middle + 1;
    }

  return NULL;
}

const char *
jx_language_say (JxLanguage language, const char *message)
{
  const char *found;

  g_return_val_if_fail (message != NULL, NULL);

  if (language == JX_LANGUAGE_INTERFACE)
    return g_dgettext (GETTEXT_PACKAGE, message);
  found = find_in_catalogue (message);

  return found != NULL ? found : message;
}

const char *
jx_language_say_in (JxLanguage language, const char *context, const char *message)
{
  g_autofree char *key = NULL;
  const char *found;

  g_return_val_if_fail (context != NULL && message != NULL, NULL);

  if (language == JX_LANGUAGE_INTERFACE)
    return g_dpgettext2 (GETTEXT_PACKAGE, context, message);
  key = g_strconcat (context, "\004", message, NULL);
  found = find_in_catalogue (key);

  return found != NULL ? found : message;
}

const char *
jx_language_say_number (JxLanguage language, const char *one, const char *many, gulong n)
{
  const char *found;

  g_return_val_if_fail (one != NULL && many != NULL, NULL);

  if (language == JX_LANGUAGE_INTERFACE)
    return g_dngettext (GETTEXT_PACKAGE, one, many, n);
  found = find_in_catalogue (one);

  return found != NULL ? found : n == 1 ? one : many;
}
