//! Arabic. Buttons are verbal nouns where possible, which address women and men alike.

use super::{
    Category, Clock, Digits, ErrorMessage, Language, Messages, Plural,
    language::LocaleData,
    messages::{CaptchaMessages, Errors, Rejections},
};
use crate::text::Direction;

/// Arabic.
pub static LANGUAGE: Language = Language {
    tag: "ar",
    direction: Direction::Rtl,
    aliases: &[
        ("ara", "ar"),
        ("arb", "ar"),
        ("ary", "ar-MA"),
        ("arq", "ar-DZ"),
        ("aeb", "ar-TN"),
        ("arz", "ar-EG"),
    ],
    messages: &MESSAGES,
    plural,
    first_day_suffix: "",
    halves: ["ص", "م"],
    countries: &[
        ARABIC,
        LocaleData { tags: "ar-LY", group: '.', ..ARABIC },
        LocaleData { tags: "ar-DZ ar-TN", group: '.', months: MAGHREBI_MONTHS, ..ARABIC },
        LocaleData { tags: "ar-MA", group: '.', months: MOROCCAN_MONTHS, clock: Clock::TwentyFour, ..ARABIC },
        LocaleData { tags: "ar-MR", digits: Digits::Arabic, months: MAURITANIAN_MONTHS, ..ARABIC },
        LocaleData {
            tags: "ar-SY ar-LB ar-JO ar-IQ ar-PS",
            digits: Digits::Arabic,
            months: LEVANTINE_MONTHS,
            ..ARABIC
        },
        LocaleData {
            tags: "ar-EG ar-SA ar-KW ar-QA ar-BH ar-OM ar-YE ar-SD ar-SS ar-SO ar-DJ ar-ER ar-TD",
            digits: Digits::Arabic,
            ..ARABIC
        },
        LocaleData { tags: "ar-KM ar-IL", digits: Digits::Arabic, clock: Clock::TwentyFour, ..ARABIC },
    ],
};

const ARABIC: LocaleData = LocaleData {
    tags: "ar ar-AE ar-EH",
    digits: Digits::Latin,
    group: ',',
    months: ARABIC_MONTHS,
    date: "{d} {m} {y}",
    clock: Clock::Twelve,
};

/// Egypt, the Gulf, Sudan, Libya, and Arabic in general.
const ARABIC_MONTHS: &str = "يناير, فبراير, مارس, أبريل, مايو, يونيو, \
    يوليو, أغسطس, سبتمبر, أكتوبر, نوفمبر, ديسمبر";

/// Morocco.
const MOROCCAN_MONTHS: &str = "يناير, فبراير, مارس, أبريل, ماي, يونيو, \
    يوليوز, غشت, شتنبر, أكتوبر, نونبر, دجنبر";

/// Algeria and Tunisia.
const MAGHREBI_MONTHS: &str = "جانفي, فيفري, مارس, أفريل, ماي, جوان, \
    جويلية, أوت, سبتمبر, أكتوبر, نوفمبر, ديسمبر";

/// Mauritania.
const MAURITANIAN_MONTHS: &str = "يناير, فبراير, مارس, إبريل, مايو, يونيو, \
    يوليو, أغشت, شتمبر, أكتوبر, نوفمبر, دجمبر";

/// Syria, Lebanon, Jordan, Iraq and Palestine.
const LEVANTINE_MONTHS: &str = "كانون الثاني, شباط, آذار, نيسان, أيار, حزيران, \
    تموز, آب, أيلول, تشرين الأول, تشرين الثاني, كانون الأول";

const fn plural(count: u64) -> Category {
    match (count, count % 100) {
        (0, _) => Category::Zero,
        (1, _) => Category::One,
        (2, _) => Category::Two,
        (_, 3..=10) => Category::Few,
        (_, 11..=99) => Category::Many,
        _ => Category::Other,
    }
}

static MESSAGES: Messages = Messages {
    skip_to_content: "الانتقال إلى المحتوى",
    home: "الرئيسية",
    breadcrumbs: "مسار التنقل",
    loading: "جارٍ التحميل…",
    retry: "إعادة المحاولة",
    open_at_site: "فتح العنوان في موقع المدونة",
    articles: "المقالات",
    no_articles: "لا مقالات هنا بعد.",
    no_older_articles: "لا توجد مقالات أقدم.",
    untitled: "(بدون عنوان)",
    locked: "هذا المقال محمي بكلمة مرور.",
    password: "كلمة المرور",
    open_article: "فتح المقال",
    wrong_password: "كلمة المرور غير صحيحة. يُرجى التحقق منها وإعادة المحاولة.",
    text_not_shown: "تعذّر عرض هذا النص لأن ما يُؤمّن عرضه لم يُحمَّل. يُرجى إعادة المحاولة.",
    text_unbearable: "هذا النص أكبر أو أعقد بناءً من أن يُعرض هنا.",
    pages: "الصفحات",
    newer: "الأحدث",
    older: "الأقدم",
    share: "مشاركة",
    address: "رابط المقال",
    copy_link: "نسخ الرابط",
    copied: "نُسخ الرابط",
    copy_refused: "لم يسمح المتصفح بالنسخ. الرابط محدَّد في الحقل، ويمكن نسخه يدوياً.",
    whatsapp: "واتساب",
    facebook: "فيسبوك",
    x: "إكس",
    telegram: "تيليغرام",
    email_link: "البريد الإلكتروني",
    comments: "تعليقات الزوار",
    no_comments: "لا تعليقات بعد.",
    more_comments: "عرض المزيد من التعليقات",
    newest_first: "الأحدث أولاً",
    oldest_first: "الأقدم أولاً",
    reply: "رد",
    cancel_reply: "إلغاء الرد",
    anonymous: "زائر",
    article_author: "كاتب المقال",
    just_now: "الآن",
    awaiting_moderation: "بانتظار المراجعة",
    edit: "تعديل",
    withdraw: "سحب",
    withdraw_question: "سحب هذا التعليق؟ لن يراه أحد بعد ذلك، ويعود نصّه إلى مربّع التعليق.",
    keep_comment: "إبقاء التعليق",
    save_change: "حفظ التعديل",
    cancel_change: "إلغاء",
    change_published: "نُشر التعديل.",
    change_held: "وصل التعديل، وسيظهر للآخرين بعد الموافقة عليه.",
    withdrawn: "سُحب التعليق، ونصّه محفوظ مسودّةً.",
    comments_closed: "التعليقات مغلقة على هذا المقال.",
    login_required: "التعليق هنا متاح بعد تسجيل الدخول إلى المدونة.",
    comment_elsewhere: "التعليق على هذا المقال في موقع المدونة",
    leave_comment: "اترك تعليقاً",
    comment: "التعليق",
    name: "الاسم",
    name_optional: "الاسم (اختياري)",
    email: "البريد الإلكتروني",
    email_optional: "البريد الإلكتروني (اختياري)",
    email_hint: "لن يُنشر.",
    website: "الموقع الإلكتروني (اختياري)",
    remember_me: "احفظ اسمي، بريدي الإلكتروني، والموقع الإلكتروني في هذا المتصفح لاستخدامها المرة المقبلة في تعليقي.",
    reply_mails: "إرسال رسالة إلى بريدي الإلكتروني عند الردّ.",
    not_remembered: "لا يتيح هذا المتصفح حفظ هذه البيانات، فلن تبقى للمرة المقبلة.",
    required: "(مطلوب)",
    formatting: "أدوات التنسيق",
    emphasis: "تأكيد",
    link: "رابط",
    quotation: "اقتباس",
    code: "شيفرة",
    preview: "معاينة",
    nothing_to_preview: "لا نص للمعاينة بعد.",
    select_excess: "تحديد الأحرف الزائدة",
    post_comment: "نشر التعليق",
    sending: "جارٍ الإرسال…",
    trap: "حقل مخفي يُترك فارغاً",
    trapped: "امتلأ حقل لا يراه القراء، وهذا ما تفعله برامج الرسائل المزعجة. أُفرغ الحقل والنص باقٍ: يُرجى إعادة الإرسال.",
    posted: "نُشر تعليقك. شكراً لمشاركتك.",
    held: "وصل تعليقك، وسيظهر للجميع بعد مراجعته.",
    waiting: "تعليقات بانتظار الإرسال",
    waiting_offline: "لا يوجد اتصال بالإنترنت. لم يُرسَل التعليق، وهو محفوظ في هذا المتصفح، ويمكن إرساله حين يعود الاتصال.",
    waiting_online: "عاد الاتصال بالإنترنت. لم يُرسَل التعليق بعد.",
    waiting_elsewhere: "فتح مقاله",
    send_waiting: "إرسال الآن",
    draft_restored: "استعدنا مسودتك.",
    draft_found: "هنا تعليق كُتب في نافذة أخرى أو في زيارة سابقة ولم يُرسل:",
    take_draft: "متابعة كتابته",
    discard_draft: "حذف المسودة",
    draft_unsaved: "لا يتيح هذا المتصفح حفظ المسودات، فلن يبقى النص إذا أُغلقت الصفحة قبل نشره.",
    byline: "كتبه {author} في {time}",
    byline_without_author: "نُشر في {time}",
    byline_without_time: "كتبه {author}",
    date_time: "{date} - {time}",
    document_title: "{title} – {site}",
    page_of: "صفحة {n} من {m}",
    comments_heading: "تعليقات الزوار ( {n} )",
    reply_to: "الرد على {author}",
    in_reply_to: "رداً على {author}",
    comment_count: Plural {
        zero: "لا تعليقات",
        one: "تعليق واحد",
        two: "تعليقان",
        few: "{n} تعليقات",
        many: "{n} تعليقاً",
        other: "{n} تعليق",
    },
    minutes_ago: Plural {
        zero: "الآن",
        one: "قبل دقيقة",
        two: "قبل دقيقتين",
        few: "قبل {n} دقائق",
        many: "قبل {n} دقيقة",
        other: "قبل {n} دقيقة",
    },
    hours_ago: Plural {
        zero: "الآن",
        one: "قبل ساعة",
        two: "قبل ساعتين",
        few: "قبل {n} ساعات",
        many: "قبل {n} ساعة",
        other: "قبل {n} ساعة",
    },
    days_ago: Plural {
        zero: "الآن",
        one: "قبل يوم",
        two: "قبل يومين",
        few: "قبل {n} أيام",
        many: "قبل {n} يوماً",
        other: "قبل {n} يوم",
    },
    comment_source: "من {host}",
    new_comments: Plural {
        zero: "لا تعليقات جديدة",
        one: "تعليق جديد",
        two: "تعليقان جديدان",
        few: "{n} تعليقات جديدة",
        many: "{n} تعليقاً جديداً",
        other: "{n} تعليق جديد",
    },
    comments_added: Plural {
        zero: "لا تعليقات أخرى",
        one: "ظهر تعليق واحد آخر",
        two: "ظهر تعليقان آخران",
        few: "ظهرت {n} تعليقات أخرى",
        many: "ظهر {n} تعليقاً آخر",
        other: "ظهر {n} تعليق آخر",
    },
    limit: Plural {
        zero: "لا يُقبل أي حرف",
        one: "حرف واحد على الأكثر",
        two: "حرفان على الأكثر",
        few: "{n} أحرف على الأكثر",
        many: "{n} حرفاً على الأكثر",
        other: "{n} حرف على الأكثر",
    },
    left: Plural {
        zero: "لم يبقَ أي حرف",
        one: "بقي حرف واحد",
        two: "بقي حرفان",
        few: "بقيت {n} أحرف",
        many: "بقي {n} حرفاً",
        other: "بقي {n} حرف",
    },
    excess: Plural {
        zero: "لا أحرف زائدة",
        one: "حرف واحد زائد",
        two: "حرفان زائدان",
        few: "{n} أحرف زائدة",
        many: "{n} حرفاً زائداً",
        other: "{n} حرف زائد",
    },
    captcha: CaptchaMessages {
        notice: "يحمي {provider} هذا النموذج من الرسائل الآلية، ولا يُحمَّل إلا عند بدء الكتابة.",
        waiting: "سيُرسل تعليقك فور اكتمال التحقق عبر {provider}.",
        expired: "انتهت مدة التحقق عبر {provider}. ما زال النص هنا، ويُرجى إعادة التحقق.",
        refused: "لم يكتمل التحقق عبر {provider}. ما زال النص هنا، ويُرجى إعادة الإرسال بعد قليل.",
        not_loaded: "تعذّر تحميل التحقق عبر {provider}، ولا يُرسل التعليق من دونه. ربما أوقفه مانع للمحتوى. ما زال النص هنا، وعند إعادة الإرسال يُحمَّل من جديد.",
    },
    part_not_loaded: "تعذّر التحميل. تحقق من الاتصال ثم أعد تحميل الصفحة.",
    missing_article: "هذا المقال غير موجود، أو لم يعد منشوراً.",
    not_shown: "تعذّر عرض هذا الجزء من الصفحة.",
    page_not_loaded: ErrorMessage {
        title: "تعذّر تحميل الصفحة", text: "تحقق من الاتصال ثم أعد المحاولة."
    },
    errors: Errors {
        unreachable: ErrorMessage {
            title: "تعذّر الاتصال بالموقع",
            text: "لم يصل أي رد. يُرجى التحقق من الاتصال بالإنترنت ثم إعادة المحاولة.",
        },
        not_found: ErrorMessage {
            title: "الصفحة غير موجودة",
            text: "لا شيء منشور على هذا العنوان، وربما نُقل المقال أو حُذف. يمكن متابعة التصفح من الصفحة الرئيسية.",
        },
        not_here: ErrorMessage {
            title: "هذه الصفحة غير متاحة هنا",
            text: "قد تكون في موقع المدونة نفسه صفحة بهذا العنوان، لكنها لا تُعرض هنا. يمكن متابعة التصفح من الصفحة الرئيسية.",
        },
        forbidden: ErrorMessage {
            title: "المحتوى غير متاح للجميع",
            text: "لا يسمح الموقع بقراءة هذا المحتوى من هنا. يمكن مراسلة القائمين عليه لطلب إتاحته.",
        },
        blocked: ErrorMessage {
            title: "حماية الموقع أوقفت الطلب",
            text: "لم يصل الرد من المدونة نفسها، بل من حماية الموقع أو من مزوّد الاستضافة. يُرجى إعادة المحاولة بعد قليل.",
        },
        server: ErrorMessage {
            title: "الموقع غير متاح الآن",
            text: "قد يكون مشغولاً أو قيد الصيانة. يُرجى إعادة المحاولة بعد قليل.",
        },
        refused: ErrorMessage {
            title: "تعذّر عرض هذه الصفحة",
            text: "لم يقبل الموقع الطلب. يمكن متابعة التصفح من الصفحة الرئيسية، وإبلاغ القائمين على الموقع إن تكرر ذلك.",
        },
        not_json: ErrorMessage {
            title: "تعذّرت قراءة رد الموقع",
            text: "وصل رد غير متوقع. يُرجى إعادة المحاولة، وإبلاغ القائمين على الموقع إن تكرر ذلك.",
        },
        shape: ErrorMessage {
            title: "رد الموقع غير مكتمل",
            text: "ينقص ردَّ الموقع ما يلزم لعرض هذه الصفحة. يُرجى إعادة المحاولة، وإبلاغ القائمين على الموقع إن تكرر ذلك.",
        },
        setting: ErrorMessage {
            title: "إعدادات الصفحة تحتاج إلى تصحيح",
            text: "أحد إعدادات هذه الصفحة غير صحيح. التفاصيل أدناه لمن يديرها.",
        },
    },
    rejections: Rejections {
        missing_name: "يُرجى كتابة الاسم.",
        missing_email: "يُرجى كتابة البريد الإلكتروني.",
        missing_body: "يُرجى كتابة نص التعليق.",
        invalid_name: "لم يقبل الموقع هذا الاسم. يُرجى كتابة اسم آخر.",
        invalid_email: "عنوان البريد الإلكتروني غير مكتمل أو فيه حرف غير مقبول. يُرجى مراجعته.",
        invalid_website: "لم تقبل المدونة عنوان الموقع هذا. يُرجى تعديله أو تركه فارغاً.",
        invalid_body: "لم يقبل الموقع نص التعليق. يُرجى تعديله.",
        too_long_name: "الاسم أطول مما يتسع له الموقع. يُرجى اختصاره.",
        too_long_email: "عنوان البريد أطول مما يتسع له الموقع. يُرجى استخدام عنوان أقصر.",
        too_long_website: "عنوان الموقع الإلكتروني أطول مما تتسع له المدونة. يُرجى استخدام عنوان أقصر.",
        too_long_body: "التعليق أطول مما يتسع له الموقع. يُرجى اختصاره أو نشره على أجزاء.",
        over_limit: Plural {
            zero: "بلغ التعليق الحد المسموح.",
            one: "يزيد التعليق على الحد المسموح حرفاً واحداً. يُرجى اختصاره قبل النشر.",
            two: "يزيد التعليق على الحد المسموح حرفين. يُرجى اختصاره قبل النشر.",
            few: "يزيد التعليق على الحد المسموح {n} أحرف. يُرجى اختصاره قبل النشر.",
            many: "يزيد التعليق على الحد المسموح {n} حرفاً. يُرجى اختصاره قبل النشر.",
            other: "يزيد التعليق على الحد المسموح {n} حرف. يُرجى اختصاره قبل النشر.",
        },
        duplicate: "وصل هذا التعليق نفسه من قبل، ولا حاجة إلى إرساله مرة أخرى.",
        flood: Plural {
            zero: "يمكن إرسال التعليق الآن.",
            one: "لم يمضِ على التعليق السابق إلا قليل. يُرجى الانتظار ثانية واحدة ثم إعادة الإرسال.",
            two: "لم يمضِ على التعليق السابق إلا قليل. يُرجى الانتظار ثانيتين ثم إعادة الإرسال.",
            few: "لم يمضِ على التعليق السابق إلا قليل. يُرجى الانتظار {n}\u{a0}ثوانٍ ثم إعادة الإرسال.",
            many: "لم يمضِ على التعليق السابق إلا قليل. يُرجى الانتظار {n}\u{a0}ثانية ثم إعادة الإرسال.",
            other: "لم يمضِ على التعليق السابق إلا قليل. يُرجى الانتظار {n}\u{a0}ثانية ثم إعادة الإرسال.",
        },
        closed: "أُغلقت التعليقات على هذا المقال. ما زال النص هنا ويمكن نسخه.",
        login_required: "التعليق هنا متاح بعد تسجيل الدخول إلى المدونة. ما زال النص هنا ويمكن نسخه.",
        elsewhere: "يستقبل هذا الموقع التعليقات في صفحة المقال لديه فقط. ما زال النص هنا، ويمكن نسخه ونشره هناك.",
        expired: "انتهت المدّة التي يمكن فيها تعديل هذا التعليق. النص ما زال هنا ويمكن نسخه.",
        changed_elsewhere: "عدّل أحد المشرفين هذا التعليق، فيبقى كما هو. النص ما زال هنا ويمكن نسخه.",
        gone: "لم يعد هذا التعليق موجودًا في المدونة. النص ما زال هنا ويمكن نسخه.",
        answered: "وصل ردّ على هذا التعليق، فيبقى كما هو. النص ما زال هنا ويمكن نسخه.",
        change_unclear: "لم يصل جواب واضح من الموقع. النص ما زال هنا. تمكن إعادة المحاولة، ولا يُجرى التعديل إلا مرة واحدة.",
        blocked: "أوقفت حماية الموقع التعليق قبل أن يصل إلى المدونة. ما زال النص هنا. يُرجى إعادة الإرسال بعد قليل.",
        refused: "لم يقبل الموقع هذا التعليق. يمكن تعديله ثم إعادة إرساله.",
        refused_because: "لم يقبل الموقع هذا التعليق. يمكن تعديله ثم إعادة إرساله. رد الموقع: {reason}",
        server: "لم يتمكن الموقع من استقبال التعليق الآن. ما زال النص هنا، ويُرجى إعادة الإرسال بعد قليل.",
        unreachable: "لم يصل أي رد من الموقع، وليس مؤكداً أن التعليق وصل. النص ما زال هنا، وقبل إعادة إرساله تُراجَع قائمة التعليقات.",
        unconfirmed: "لم يؤكد الموقع وصول التعليق: ربما ينتظر الموافقة، وربما لم يُقبل. النص ما زال هنا، وقبل إعادة إرساله تُراجَع قائمة التعليقات.",
    },
};
