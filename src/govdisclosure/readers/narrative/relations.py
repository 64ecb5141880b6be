"""How kinds of figures belong together: topics, parts of a whole, sums of parts, the rest of a list. Data."""

from govdisclosure.model import MetricKind as K
from govdisclosure.model import SectionKind

__all__ = ["ONLY_IN_LIST", "OTHER_OF", "PART_OF_LIST", "SUM_OF", "TOPIC_OF", "TOPIC_OF_SECTION"]

#: What a paragraph speaks of once a figure of this kind was stated.
TOPIC_OF: dict[K, str] = {
    **dict.fromkeys((k for k in K if k.value.startswith("requests_")), "requests"),
    **dict.fromkeys((k for k in K if k.value.startswith(("disclosed_", "via_"))), "disclosed"),
    **dict.fromkeys((K.REVIEWS, K.REVIEWS_RESULT), "reviews"),
    **dict.fromkeys((K.LAWSUITS, K.LAWSUITS_RESULT), "lawsuits"),
    **dict.fromkeys((K.MESSAGES_RECEIVED, K.MESSAGES_ANSWERED), "messages"),
    K.CONSULTATIONS: "consultations",
    K.COMPLAINTS: "complaints",
    **dict.fromkeys((K.CASES_ACCEPTED, K.CASES_CLOSED, K.APPROVAL_ITEMS, K.CASES_DECIDED), "cases"),
    K.DOCUMENTS_REVIEWED: "documents",
    **dict.fromkeys((k for k in K if k.value.startswith("normative_")), "normative"),
    **dict.fromkeys((K.PRESS_CONFERENCES, K.PRESS_CONFERENCES_BY_HEAD), "press"),
    K.ONLINE_INTERVIEWS: "interviews",
    K.POLICY_EXPLANATIONS: "explanations",
    K.OPINIONS_COLLECTED: "opinions",
    **dict.fromkeys((K.STAFF, K.STAFF_FULL_TIME, K.STAFF_PART_TIME), "staff"),
    K.WARNINGS_ISSUED: "warnings",
    K.INCIDENT_NOTICES: "incidents",
    K.INCIDENTS: "incidents",
    **dict.fromkeys((K.POWER_CHANGE, K.POWER_GROUP, K.RESPONSIBILITY_ITEMS), "powers"),
    K.ISSUES_ANSWERED: "issues",
    **dict.fromkeys((K.TRAINING_COURSES, K.TRAINED_PERSONS), "training"),
    K.MEETINGS: "meetings",
    **dict.fromkeys((K.ACCOUNTS, K.FOLLOWERS), "accounts"),
    K.ENFORCEMENT_DECISIONS: "enforcement",
    K.ONLINE_ITEMS: "online",
    K.WEBSITE_VISITS: "visits",
    K.GAZETTE_ISSUES: "gazette",
    K.WEBSITE_COLUMNS: "columns",
}

#: What a paragraph speaks of before it names anything, by its section.
TOPIC_OF_SECTION: dict[SectionKind, str] = {
    SectionKind.PROACTIVE: "disclosed",
    SectionKind.KEY_AREAS: "disclosed",
    SectionKind.ON_REQUEST: "requests",
}

#: What a further figure in the list of one of these is, where its own words do not say it: 查实4件 after 投诉11件.
PART_OF_LIST: dict[K, K] = {
    K.REVIEWS: K.REVIEWS_RESULT,
    K.LAWSUITS: K.LAWSUITS_RESULT,
    K.STAFF_FULL_TIME: K.STAFF,
    K.STAFF_PART_TIME: K.STAFF,
    K.CASES_ACCEPTED: K.CASES_CLOSED,
    K.VIA_OTHER: K.DISCLOSED_PART,
    K.VIA_GAZETTE: K.VIA_GAZETTE,
    K.VIA_WECHAT: K.DISCLOSED_PART,
    K.VIA_WEIBO: K.DISCLOSED_PART,
    K.VIA_WEBSITE: K.DISCLOSED_PART,
    K.DISCLOSED_CUMULATIVE: K.DISCLOSED_PART,
    K.DISCLOSED_ITEMS: K.DISCLOSED_PART,
    **{
        kind: kind
        for kind in (
            K.REVIEWS_RESULT,
            K.LAWSUITS_RESULT,
            K.DISCLOSED_PART,
            K.ACCOUNTS,
            K.CASES_CLOSED,
            K.CASES_DECIDED,
            K.OPINIONS_COLLECTED,
            K.COMPLAINTS,
            K.NORMATIVE_DOCUMENTS,
            K.TRAINED_PERSONS,
            K.STAFF,
            K.POLICY_EXPLANATIONS,
            K.MESSAGES_RECEIVED,
            K.MESSAGES_ANSWERED,
            K.CONSULTATIONS,
            K.DOCUMENTS_REVIEWED,
            K.WEBSITE_VISITS,
            K.REQUESTS_CHARGED,
            K.POWER_CHANGE,
            K.ISSUES_ANSWERED,
            K.ENFORCEMENT_DECISIONS,
            K.READING_PLACES,
            K.PRESS_CONFERENCES,
            K.GAZETTE_ISSUES,
            K.TRAINING_COURSES,
            K.MEETINGS,
            K.INSPECTIONS,
            K.WEBSITE_COLUMNS,
            K.WARNINGS_ISSUED,
            K.ONLINE_ITEMS,
            K.RESPONSIBILITY_ITEMS,
            K.UNITS,
            K.POWER_PUBLIC_SERVICE,
            K.NORMATIVE_DOCUMENTS_IN_FORCE,
        )
    },
}
#: Of these, only a list after 其中 or a bracket goes on: a sentence on meetings speaks of other things too.
ONLY_IN_LIST = frozenset(
    (
        K.PRESS_CONFERENCES,
        K.GAZETTE_ISSUES,
        K.TRAINING_COURSES,
        K.MEETINGS,
        K.INSPECTIONS,
        K.WEBSITE_COLUMNS,
        K.WARNINGS_ISSUED,
    )
)

#: What the sum of figures of a kind is: 合计 behind 同意公开, 部分公开 and the like; other kinds are their own sum.
SUM_OF: dict[K, K] = {
    **dict.fromkeys(
        (
            K.REQUESTS_GRANTED,
            K.REQUESTS_PARTLY_GRANTED,
            K.REQUESTS_REFUSED,
            K.REQUESTS_ALREADY_PUBLIC,
            K.REQUESTS_NOT_THIS_AGENCY,
            K.REQUESTS_UNABLE,
            K.REQUESTS_NOT_PROCESSED,
            K.REQUESTS_OTHER,
        ),
        K.REQUESTS_CLOSED,
    ),
    **dict.fromkeys(
        (K.REQUESTS_BY_CHANNEL, K.REQUESTS_BY_APPLICANT, K.REQUESTS_PART, K.REQUESTS_CARRIED_IN), K.REQUESTS_RECEIVED
    ),
    **dict.fromkeys(
        (K.VIA_WEBSITE, K.VIA_WEIBO, K.VIA_WECHAT, K.VIA_GAZETTE, K.VIA_OTHER, K.DISCLOSED_PART), K.DISCLOSED_ITEMS
    ),
}

#: What 其他 is in a list of these; in others it is what the figure before it is.
OTHER_OF: dict[K, K] = {
    **dict.fromkeys((K.VIA_WEBSITE, K.VIA_WEIBO, K.VIA_WECHAT, K.VIA_GAZETTE, K.VIA_OTHER), K.VIA_OTHER),
    **dict.fromkeys(
        (
            K.REQUESTS_GRANTED,
            K.REQUESTS_PARTLY_GRANTED,
            K.REQUESTS_REFUSED,
            K.REQUESTS_ALREADY_PUBLIC,
            K.REQUESTS_NOT_THIS_AGENCY,
            K.REQUESTS_UNABLE,
            K.REQUESTS_NOT_PROCESSED,
            K.REQUESTS_CLOSED,
        ),
        K.REQUESTS_OTHER,
    ),
    K.REQUESTS_RECEIVED: K.REQUESTS_PART,
    K.REVIEWS: K.REVIEWS_RESULT,
    K.LAWSUITS: K.LAWSUITS_RESULT,
    K.DISCLOSED_ITEMS: K.DISCLOSED_PART,
}
