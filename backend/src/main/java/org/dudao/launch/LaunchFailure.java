package org.dudao.launch;

/** Why the application did not start, in words for the operator. */
public class LaunchFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LaunchFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
