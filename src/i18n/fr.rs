//! French. It is written with no-break spaces: U+00A0 before a colon, and here also after a number.

use super::{
    Category, Clock, Digits, ErrorMessage, Language, Messages, Plural,
    language::LocaleData,
    messages::{Errors, Rejections},
};
use crate::text::Direction;

/// French.
pub static LANGUAGE: Language = Language {
    tag: "fr",
    direction: Direction::Ltr,
    aliases: &[("fra", "fr"), ("fre", "fr")],
    messages: &MESSAGES,
    plural,
    first_day_suffix: "er",
    halves: ["am", "pm"],
    countries: &[LocaleData {
        tags: "fr",
        digits: Digits::Latin,
        group: '\u{202f}',
        months: MONTHS,
        date: "{d} {m} {y}",
        clock: Clock::TwentyFour,
    }],
};

const MONTHS: &str = "janvier, février, mars, avril, mai, juin, \
    juillet, août, septembre, octobre, novembre, décembre";

const fn plural(count: u64) -> Category {
    match (count, count % 1_000_000) {
        (0 | 1, _) => Category::One,
        (_, 0) => Category::Many,
        _ => Category::Other,
    }
}

/// A phrase of French, which has no dual and no paucal. `many` is for whole millions, which take « de »: « un million
/// de commentaires ».
const fn counted(zero: &'static str, one: &'static str, many: &'static str, other: &'static str) -> Plural {
    Plural { zero, one, two: other, few: other, many, other }
}

static MESSAGES: Messages = Messages {
    skip_to_content: "Aller au contenu",
    home: "Accueil",
    breadcrumbs: "Fil d’Ariane",
    loading: "Chargement…",
    retry: "Réessayer",
    open_at_site: "Ouvrir l’adresse sur le site du blog",
    articles: "Articles",
    no_articles: "Aucun article ici pour l’instant.",
    no_older_articles: "Il n’y a pas d’articles plus anciens.",
    untitled: "(sans titre)",
    locked: "Cet article est protégé par un mot de passe.",
    password: "Mot de passe",
    open_article: "Ouvrir l’article",
    wrong_password: "Ce mot de passe n’est pas le bon. Veuillez le vérifier et réessayer.",
    text_not_shown: "Ce texte ne peut pas être affiché\u{a0}: ce qui le rend sûr n’a pas pu être chargé. Veuillez réessayer.",
    text_unbearable: "Ce texte est trop volumineux ou trop imbriqué pour être affiché ici.",
    pages: "Pages",
    newer: "Plus récents",
    older: "Plus anciens",
    share: "Partager",
    address: "Lien de l’article",
    copy_link: "Copier le lien",
    copied: "Lien copié",
    copy_refused: "Le navigateur n’a pas permis la copie. Le lien est sélectionné dans le champ, prêt à être copié à la main.",
    whatsapp: "WhatsApp",
    facebook: "Facebook",
    x: "X",
    telegram: "Telegram",
    email_link: "Courriel",
    comments: "Commentaires",
    no_comments: "Aucun commentaire pour l’instant.",
    more_comments: "Afficher plus de commentaires",
    anonymous: "Anonyme",
    awaiting_moderation: "En attente de modération",
    comments_closed: "Les commentaires sont fermés pour cet article.",
    login_required: "Pour commenter ici, il faut être connecté au blog.",
    comment_elsewhere: "Commenter cet article sur le site du blog",
    leave_comment: "Laisser un commentaire",
    comment: "Commentaire",
    name: "Nom",
    name_optional: "Nom (facultatif)",
    email: "Adresse électronique",
    email_optional: "Adresse électronique (facultative)",
    email_hint: "Elle ne sera pas publiée.",
    website: "Site web (facultatif)",
    remember_me: "Enregistrer mon nom, mon e-mail et mon site dans le navigateur pour mon prochain commentaire.",
    not_remembered: "Ce navigateur ne permet pas de les enregistrer\u{a0}: il faudra les saisir à nouveau la prochaine fois.",
    required: "(obligatoire)",
    formatting: "Mise en forme",
    emphasis: "Emphase",
    link: "Lien",
    quotation: "Citation",
    code: "Code",
    preview: "Aperçu",
    nothing_to_preview: "Rien à afficher pour l’instant.",
    select_excess: "Sélectionner l’excédent",
    post_comment: "Publier le commentaire",
    sending: "Envoi en cours…",
    trap: "Champ caché, à laisser vide",
    trapped: "Un champ que personne ne voit a été rempli, comme le font les programmes de spam. Il est de nouveau vide et le texte est toujours là\u{a0}: veuillez renvoyer le commentaire.",
    posted: "Votre commentaire est publié. Merci.",
    held: "Votre commentaire est bien arrivé. Il sera visible par tous après modération.",
    draft_restored: "Votre brouillon a été récupéré.",
    draft_found: "Un commentaire écrit ici dans un autre onglet ou lors d’une visite précédente n’a pas été publié\u{a0}:",
    take_draft: "Le reprendre",
    discard_draft: "Supprimer le brouillon",
    draft_unsaved: "Ce navigateur ne conserve pas les brouillons\u{a0}: le texte sera perdu si la page est fermée avant sa publication.",
    byline: "Par {author}, le {time}",
    byline_without_author: "Publié le {time}",
    byline_without_time: "Par {author}",
    date_time: "{date} à {time}",
    document_title: "{title} – {site}",
    page_of: "Page {n} sur {m}",
    comments_heading: "Commentaires ({n})",
    comment_count: counted(
        "Aucun commentaire",
        "{n}\u{a0}commentaire",
        "{n}\u{a0}de commentaires",
        "{n}\u{a0}commentaires",
    ),
    comments_added: counted(
        "Aucun autre commentaire",
        "{n}\u{a0}commentaire de plus est affiché",
        "{n}\u{a0}de commentaires de plus sont affichés",
        "{n}\u{a0}commentaires de plus sont affichés",
    ),
    limit: counted(
        "Aucun caractère n’est accepté",
        "{n}\u{a0}caractère au plus",
        "{n}\u{a0}de caractères au plus",
        "{n}\u{a0}caractères au plus",
    ),
    left: counted(
        "Plus aucun caractère disponible",
        "{n}\u{a0}caractère restant",
        "{n}\u{a0}de caractères restants",
        "{n}\u{a0}caractères restants",
    ),
    excess: counted(
        "Aucun caractère en trop",
        "{n}\u{a0}caractère en trop",
        "{n}\u{a0}de caractères en trop",
        "{n}\u{a0}caractères en trop",
    ),
    part_not_loaded: "Le chargement a échoué. Vérifiez la connexion, puis rechargez la page.",
    missing_article: "Cet article n’existe pas, ou n’est plus publié.",
    not_shown: "Cette partie de la page ne peut pas être affichée.",
    page_not_loaded: ErrorMessage {
        title: "La page n’a pas pu être chargée",
        text: "Vérifiez la connexion, puis réessayez.",
    },
    errors: Errors {
        unreachable: ErrorMessage {
            title: "Le site est injoignable",
            text: "Aucune réponse n’est arrivée. Veuillez vérifier la connexion à Internet, puis réessayer.",
        },
        not_found: ErrorMessage {
            title: "Page introuvable",
            text: "Rien n’est publié à cette adresse. L’article a peut-être été déplacé ou supprimé. La lecture peut continuer depuis la page d’accueil.",
        },
        not_here: ErrorMessage {
            title: "Cette page n’est pas proposée ici",
            text: "Le site du blog a peut-être une page à cette adresse, mais elle n’est pas affichée ici. La page d’accueil est un bon point de départ.",
        },
        forbidden: ErrorMessage {
            title: "Contenu réservé",
            text: "Le site ne permet pas de lire ce contenu ici. Il est possible de demander à ses responsables de le rendre accessible.",
        },
        blocked: ErrorMessage {
            title: "La protection du site a bloqué l’accès",
            text: "La réponse ne vient pas du blog, mais de la protection du site ou de son hébergeur. Veuillez réessayer dans un moment.",
        },
        server: ErrorMessage {
            title: "Le site est indisponible pour le moment",
            text: "Il est peut-être surchargé ou en maintenance. Veuillez réessayer dans un moment.",
        },
        refused: ErrorMessage {
            title: "Cette page ne peut pas être affichée",
            text: "Le site n’a pas accepté la demande. La lecture peut continuer depuis la page d’accueil. Si cela se reproduit, merci de prévenir les responsables du site.",
        },
        not_json: ErrorMessage {
            title: "La réponse du site est illisible",
            text: "Elle n’est pas celle qui était attendue. Veuillez réessayer. Si cela se reproduit, merci de prévenir les responsables du site.",
        },
        shape: ErrorMessage {
            title: "La réponse du site est incomplète",
            text: "Il y manque un élément nécessaire à cette page. Veuillez réessayer. Si cela se reproduit, merci de prévenir les responsables du site.",
        },
        setting: ErrorMessage {
            title: "Les réglages de la page sont à corriger",
            text: "Un des réglages de cette page n’est pas valable. Les détails ci-dessous s’adressent à ses responsables.",
        },
    },
    rejections: Rejections {
        missing_name: "Veuillez indiquer un nom.",
        missing_email: "Veuillez indiquer une adresse électronique.",
        missing_body: "Veuillez écrire un commentaire.",
        invalid_name: "Le site n’a pas accepté ce nom. Veuillez en indiquer un autre.",
        invalid_email: "L’adresse électronique est incomplète ou contient un caractère qui n’est pas accepté. Veuillez la vérifier.",
        invalid_website: "Le blog n’a pas accepté cette adresse de site web. Veuillez la modifier ou la supprimer.",
        invalid_body: "Le site n’a pas accepté ce texte. Veuillez le modifier.",
        too_long_name: "Le nom est trop long pour le site. Veuillez le raccourcir.",
        too_long_email: "L’adresse électronique est trop longue pour le site. Veuillez en indiquer une plus courte.",
        too_long_website: "L’adresse du site web est trop longue pour le blog. Veuillez en indiquer une plus courte.",
        too_long_body: "Le commentaire est trop long pour le site. Veuillez le raccourcir ou le publier en plusieurs parties.",
        over_limit: counted(
            "Le commentaire atteint la limite.",
            "Le commentaire compte {n}\u{a0}caractère de trop. Veuillez le raccourcir avant de le publier.",
            "Le commentaire compte {n}\u{a0}de caractères de trop. Veuillez le raccourcir avant de le publier.",
            "Le commentaire compte {n}\u{a0}caractères de trop. Veuillez le raccourcir avant de le publier.",
        ),
        duplicate: "Ce même commentaire est déjà arrivé. Il n’est pas nécessaire de l’envoyer à nouveau.",
        flood: counted(
            "Le commentaire peut être envoyé maintenant.",
            "Le commentaire précédent est tout récent. Veuillez attendre {n}\u{a0}seconde, puis renvoyer celui-ci.",
            "Le commentaire précédent est tout récent. Veuillez attendre {n}\u{a0}de secondes, puis renvoyer celui-ci.",
            "Le commentaire précédent est tout récent. Veuillez attendre {n}\u{a0}secondes, puis renvoyer celui-ci.",
        ),
        closed: "Les commentaires viennent d’être fermés pour cet article. Le texte est toujours là et peut être copié.",
        login_required: "Pour commenter ici, il faut être connecté au blog. Le texte est toujours là et peut être copié.",
        elsewhere: "Ce site ne reçoit les commentaires que sur sa propre page de l’article. Le texte est toujours là et peut être copié pour y être publié.",
        blocked: "La protection du site a bloqué l’envoi avant qu’il n’arrive au blog. Le texte est toujours là. Veuillez le renvoyer dans un moment.",
        refused: "Le site n’a pas accepté ce commentaire. Il peut être modifié, puis renvoyé.",
        refused_because: "Le site n’a pas accepté ce commentaire. Il peut être modifié, puis renvoyé. Réponse du site\u{a0}: {reason}",
        server: "Le site n’a pas pu recevoir le commentaire pour le moment. Le texte est toujours là\u{a0}: veuillez le renvoyer dans un moment.",
        unreachable: "Le site n’a pas répondu, et il n’est pas certain que le commentaire soit arrivé. Le texte est toujours ici. Avant un nouvel envoi, la liste des commentaires est vérifiée.",
        unconfirmed: "Le site n’a pas confirmé le commentaire\u{a0}: il attend peut-être d’être approuvé, ou il n’a pas été accepté. Le texte est toujours ici. Avant un nouvel envoi, la liste des commentaires est vérifiée.",
    },
};
