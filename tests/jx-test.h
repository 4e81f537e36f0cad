/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What several test programs need. */

/**
 * jx_test_shared:
 * @name: a file among the real documents kept beside the checkout, such as "seed/goal-document.txt"
 *
 * Returns: (transfer full) (nullable): its path; %NULL, after skipping the test loudly, where there are none
 */
char *jx_test_shared (const char *name);

/** jx_test_source: Returns: (transfer full): the path of @name in the source tree. */
char *jx_test_source (const char *name);

/** jx_test_read: Returns: (transfer full): the whole file; fails the test if it cannot be read. */
char *jx_test_read (const char *path, gsize *length);

/** jx_test_remove: removes @folder with all that is in it. */
void jx_test_remove (const char *folder);

G_END_DECLS
