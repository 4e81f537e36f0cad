/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * JxWaitFunc:
 *
 * Called many times a second while another program works, with the seconds since it began.
 *
 * Returns: whether to go on waiting
 */
typedef gboolean (*JxWaitFunc) (guint seconds, gpointer user_data);

/**
 * JxSofficeJob:
 * @suffix: of what comes in: "doc"
 * @filter: (nullable): LibreOffice's name of the filter it must be read with, so that what is damaged is not taken for text
 * @wanted: suffix of what goes out, and LibreOffice's filter for it: "docx:MS Word 2007 XML"
 * @package: the part of LibreOffice that does it, as systems name it: "libreoffice-writer"
 * @seconds_most: it may take
 */
typedef struct
{
  const char *suffix;
  const char *filter;
  const char *wanted;
  const char *package;
  guint seconds_most;
} JxSofficeJob;

/**
 * jx_soffice_convert:
 * @name: stands for the file in errors
 * @wait: (nullable)
 * @error: %JX_ERROR_UNSUPPORTED where LibreOffice is not installed, %JX_ERROR_SYNTAX where it could not
 *   read the file, %JX_ERROR_LIMIT where it took too long, %G_IO_ERROR_CANCELLED when @wait ended it
 *
 * Has LibreOffice convert a file: in a folder and with settings of its own that run no macro and
 * follow no link, cut off from the network where the system allows it. However this ends, and also
 * when this program is killed, LibreOffice ends too. Any thread may call it.
 *
 * Returns: (transfer full) (nullable): the converted file
 */
GBytes *jx_soffice_convert (const char *data, gsize length, const JxSofficeJob *job, const char *name,
                            JxWaitFunc wait, gpointer user_data, GError **error);

/**
 * jx_soffice_clear_left:
 *
 * Removes the folders of conversions whose process was killed, with the files that were in them; those
 * of processes that live are left alone. Every conversion begins with it. Any thread may call it.
 */
void jx_soffice_clear_left (void);

G_END_DECLS
