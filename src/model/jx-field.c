#include "model/jx-field.h"
