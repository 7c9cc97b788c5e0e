package org.dudao.kernel.notify;

/** Where in the application a thing is found. */
final class Links {
    private Links() {}

    /** The path of {@code /go/<type>/<id>}, from where the client leads on; the desk when it is about nothing. */
    static String path(String subjectType, String subjectId) {
        return subjectType == null ? "/" : "/go/" + subjectType + "/" + subjectId;
    }
}
