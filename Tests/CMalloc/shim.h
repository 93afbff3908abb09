// What the C library says of its heap; Swift's own module of it leaves this header out.
#include <malloc.h>
