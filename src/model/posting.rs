//! Posting a comment, as a state machine. What the site did decides, never a guess: nothing is called published that
//! the site did not show, and what may have arrived is looked for before it is sent again.
//!
//! | state | event | next state | action |
//! | --- | --- | --- | --- |
//! | typed, refused, confirmed, waiting | pressed | sending | send |
//! | typed, refused, confirmed, waiting | pressed, with problems | refused | |
//! | confirmed | pressed, nothing typed since | confirmed | |
//! | sending | confirmed | confirmed | |
//! | sending | refused | refused | |
//! | sending | no word | looking up | look up |
//! | sending | offline | waiting | |
//! | looking up | confirmed | confirmed | |
//! | looking up | not found, or nobody can look | unknown | |
//! | unknown | pressed | looking up, then sending | look up |
//! | unknown | pressed, with problems | unknown | |
//! | looking up, then sending | confirmed | confirmed | |
//! | looking up, then sending | not found | sending | send |
//! | looking up, then sending | nobody can look | unknown | |
//!
//! Every other event changes nothing: a second press while a comment is on its way is one. A draft that was sent on an
//! earlier visit, whose answer nobody has seen, begins as looking up.

use super::CommentStatus;
use crate::error::{Field, Rejection};

/// What becomes of the comment in a box.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub enum Posting {
    /// Nothing was sent.
    #[default]
    Typed,
    /// Its author wants it sent, and the device is offline: nothing was sent.
    Waiting,
    /// It is on its way.
    Sending,
    /// Nobody knows whether it arrived, for this reason: it is looked for at the site.
    LookingUp(Rejection),
    /// As above, and it is sent again if it is not there.
    LookingUpToSend,
    /// The site has it.
    Confirmed(CommentStatus),
    /// It was not sent, or not taken, for these reasons, in the order of the form.
    Refused(Vec<Rejection>),
    /// It may have arrived: why that is not known, or what keeps it from being sent again.
    Unknown(Vec<Rejection>),
}

/// What happened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PostingEvent {
    /// The reader asked for the comment to be sent.
    Pressed {
        /// What is wrong with it; empty if nothing is.
        problems: Vec<Rejection>,
        /// Whether the box has no text.
        is_blank: bool,
    },
    /// The site has the comment: it said so, or shows it.
    Confirmed(CommentStatus),
    /// The site did not take it.
    Refused(Rejection),
    /// The site did not say what became of it.
    NoWord(Rejection),
    /// The device is offline: nothing was sent.
    Offline,
    /// It is not among the comments that the site shows.
    NotFound,
    /// The comments of the site could not be read.
    NotReadable(Rejection),
}

/// What has to be done next.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PostingAction {
    /// Send the comment.
    Send,
    /// Look for the comment that was sent.
    LookUp,
}

impl Posting {
    /// The state after `event`, and what it asks for.
    #[must_use]
    pub fn after(self, event: PostingEvent) -> (Self, Option<PostingAction>) {
        use PostingAction::{LookUp, Send};
        use PostingEvent::{Confirmed, NoWord, NotFound, NotReadable, Offline, Pressed, Refused};
        match (self, event) {
            (state @ Self::Confirmed(_), Pressed { is_blank: true, .. }) => (state, None),
            (
                Self::Typed | Self::Waiting | Self::Refused(_) | Self::Confirmed(_),
                Pressed { problems, .. },
            ) => {
                if problems.is_empty() {
                    (Self::Sending, Some(Send))
                } else {
                    (Self::Refused(problems), None)
                }
            }
            (Self::Unknown(_), Pressed { problems, .. }) => {
                if problems.is_empty() {
                    (Self::LookingUpToSend, Some(LookUp))
                } else {
                    (Self::Unknown(problems), None)
                }
            }
            (Self::Sending | Self::LookingUp(_) | Self::LookingUpToSend, Confirmed(status)) => {
                (Self::Confirmed(status), None)
            }
            (Self::Sending, Refused(reason)) => (Self::Refused(vec![reason]), None),
            (Self::Sending, Offline) => (Self::Waiting, None),
            (Self::Sending, NoWord(reason)) => (Self::LookingUp(reason), Some(LookUp)),
            (Self::LookingUp(reason), NotFound | NotReadable(_)) => (Self::Unknown(vec![reason]), None),
            (Self::LookingUpToSend, NotFound) => (Self::Sending, Some(Send)),
            (Self::LookingUpToSend, NotReadable(reason)) => (Self::Unknown(vec![reason]), None),
            (state, _) => (state, None),
        }
    }

    /// Whether the comment is on its way, or looked for: nothing can be sent meanwhile.
    pub const fn is_busy(&self) -> bool {
        matches!(self, Self::Sending | Self::LookingUp(_) | Self::LookingUpToSend)
    }

    /// The reasons why the comment was not taken, or why nobody knows; empty otherwise.
    pub fn rejections(&self) -> &[Rejection] {
        match self {
            Self::Refused(rejections) | Self::Unknown(rejections) => rejections,
            _ => &[],
        }
    }

    /// The reason that concerns `field`, or with `None` the form as a whole.
    pub fn rejection(&self, field: Option<Field>) -> Option<&Rejection> {
        self.rejections().iter().find(|rejection| rejection.field() == field)
    }
}

#[cfg(test)]
mod tests {
    use proptest::{collection::vec, prelude::*};

    use super::*;

    /// What the site and the network do with one action.
    #[derive(Debug, Clone, Copy)]
    enum Answer {
        Clear,
        Refusal,
        /// There is no network to send it by.
        Offline,
        /// The answer is lost before the site has the comment, or after it.
        Lost {
            is_saved: bool,
        },
    }

    #[derive(Debug, Clone, Copy)]
    enum Step {
        Press {
            is_complete: bool,
        },
        /// The action that is on its way comes back.
        Return(Answer),
    }

    fn steps() -> impl Strategy<Value = Vec<Step>> {
        let answer = prop_oneof![
            Just(Answer::Clear),
            Just(Answer::Refusal),
            Just(Answer::Offline),
            any::<bool>().prop_map(|is_saved| Answer::Lost { is_saved }),
        ];
        let press = any::<bool>().prop_map(|is_complete| Step::Press { is_complete });
        vec(prop_oneof![press, answer.prop_map(Step::Return)], 0..40)
    }

    /// A site that shows every comment it has, and a box whose text is emptied by confirmation only.
    #[derive(Default)]
    struct Walk {
        posting: Posting,
        waiting: Option<PostingAction>,
        saved: usize,
        box_is_blank: bool,
    }

    impl Walk {
        fn event(&mut self, event: PostingEvent) {
            let confirms = matches!(event, PostingEvent::Confirmed(_));
            (self.posting, self.waiting) = std::mem::take(&mut self.posting).after(event);
            self.box_is_blank |= confirms;
        }

        fn step(&mut self, step: Step) {
            match (step, self.waiting) {
                (Step::Press { is_complete }, None) => {
                    let is_blank = self.box_is_blank;
                    let problems = if is_blank {
                        vec![Rejection::Missing(Field::Body)]
                    } else if is_complete {
                        Vec::new()
                    } else {
                        vec![Rejection::Missing(Field::Name)]
                    };
                    self.event(PostingEvent::Pressed { problems, is_blank });
                }
                (Step::Press { .. }, Some(_)) => {
                    let before = self.posting.clone();
                    let press = PostingEvent::Pressed { problems: Vec::new(), is_blank: false };
                    assert_eq!(before.clone().after(press), (before, None), "a second press");
                }
                (Step::Return(answer), Some(PostingAction::Send)) => {
                    self.saved +=
                        usize::from(matches!(answer, Answer::Clear | Answer::Lost { is_saved: true }));
                    self.event(match answer {
                        Answer::Clear => PostingEvent::Confirmed(CommentStatus::Approved),
                        Answer::Refusal => PostingEvent::Refused(Rejection::Closed),
                        Answer::Offline => PostingEvent::Offline,
                        Answer::Lost { .. } => PostingEvent::NoWord(Rejection::Unreachable),
                    });
                }
                (Step::Return(answer), Some(PostingAction::LookUp)) => {
                    let event = match answer {
                        Answer::Lost { .. } | Answer::Offline => {
                            PostingEvent::NotReadable(Rejection::Unreachable)
                        }
                        _ if self.saved > 0 => PostingEvent::Confirmed(CommentStatus::Approved),
                        _ => PostingEvent::NotFound,
                    };
                    self.event(event);
                }
                (Step::Return(_), None) => {}
            }
        }
    }

    proptest! {
        #[test]
        fn whatever_happens_a_comment_is_saved_once_and_called_published_only_if_it_is(steps in steps()) {
            let mut walk = Walk::default();
            for step in steps {
                walk.step(step);
                let is_confirmed = matches!(walk.posting, Posting::Confirmed(_));
                prop_assert!(walk.saved <= 1, "sent twice");
                prop_assert!(!is_confirmed || walk.saved == 1, "called published");
                prop_assert!(!walk.box_is_blank || walk.saved == 1, "the text is lost");
                prop_assert_eq!(walk.posting.is_busy(), walk.waiting.is_some(), "stuck");
            }
            // However it went, a reader who goes on gets it published.
            for _ in 0..4 {
                walk.step(Step::Press { is_complete: true });
                walk.step(Step::Return(Answer::Clear));
            }
            prop_assert_eq!(walk.posting, Posting::Confirmed(CommentStatus::Approved));
            prop_assert_eq!(walk.saved, 1);
        }
    }

    #[test]
    fn an_empty_box_that_was_just_sent_keeps_its_success() {
        let press = PostingEvent::Pressed { problems: vec![Rejection::Missing(Field::Body)], is_blank: true };
        let confirmed = Posting::Confirmed(CommentStatus::Held);
        assert_eq!(confirmed.clone().after(press.clone()), (confirmed, None));
        let (refused, _) = Posting::Typed.after(press);
        assert_eq!(refused.rejection(Some(Field::Body)), Some(&Rejection::Missing(Field::Body)));
    }
}
