// The public Node-API headers leave experimental declarations out. The addon needs this one: without it, it would touch
// the garbage collector from inside a finalizer, which Node-API 9 answers by ending the process.
#include <node_api.h>
#ifndef NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
#define NODE_API_EXPERIMENTAL_HAS_POST_FINALIZER
EXTERN_C_START
NAPI_EXTERN napi_status NAPI_CDECL node_api_post_finalizer(node_api_basic_env env,
                                                          napi_finalize finalize_cb,
                                                          void* finalize_data,
                                                          void* finalize_hint);
EXTERN_C_END
#endif
