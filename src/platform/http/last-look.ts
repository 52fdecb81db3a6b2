import type { Dispatcher } from 'undici'
import { HttpFailure } from './contract'

/** The last thing before the first byte: a process that was stopped while its connection was made looks once more. */
export function lastLook(mayGo: () => boolean): Dispatcher.DispatcherComposeInterceptor {
  return (dispatch) => (options, handler) =>
    dispatch(options, {
      onRequestStart: (controller, context) => {
        handler.onRequestStart?.(controller, context)
        if (!mayGo())
          controller.abort(new HttpFailure('not allowed any more', { mayHaveArrived: false, code: 'not-allowed' }))
      },
      onRequestUpgrade: (...parts) => handler.onRequestUpgrade?.(...parts),
      onResponseStart: (...parts) => handler.onResponseStart?.(...parts),
      onResponseData: (...parts) => handler.onResponseData?.(...parts),
      onResponseEnd: (...parts) => handler.onResponseEnd?.(...parts),
      onResponseError: (...parts) => handler.onResponseError?.(...parts),
    })
}
