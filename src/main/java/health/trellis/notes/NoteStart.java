package health.trellis.notes;

import health.trellis.sessions.SessionDraft;

/**
 * How a note begins.
 *
 * @param session the session that it is of
 * @param template the code of the form that it is written in
 * @param copyForward whether it begins with what the last note says
 */
public record NoteStart(SessionDraft session, String template, boolean copyForward) {}
