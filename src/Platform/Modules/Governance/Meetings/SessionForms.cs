using Platform.Modules.Governance.Contract;

namespace Platform.Modules.Governance.Meetings;

/// <summary>What the forms of a session begin with.</summary>
internal static class SessionForms
{
    /// <summary>Until somebody is noted, everybody is as they answered.</summary>
    public static NotePresence.Command Presence(GetMeeting.Answer answer)
    {
        var fresh = answer.Seats.All(s => s.Presence is null);
        return new()
        {
            Id = answer.Meeting.Id, ChairId = answer.Meeting.ChairId, SecretaryId = answer.Meeting.SecretaryId,
            Lines = [.. answer.Seats.Select(s => new NotePresence.Line { SeatId = s.Id, How = fresh ? s.Answer : s.Presence, ToId = fresh ? s.AnswerToId : s.PresenceToId })],
        };
    }

    public static RecordItem.Command Of(GetMeeting.Answer answer, GetMeeting.Item item)
    {
        var (entity, made) = (item.Entity, item.Decision);
        var byHand = entity.Mode == VoteMode.Hands;
        return new()
        {
            Id = answer.Meeting.Id, ItemId = entity.Id, Version = entity.Version, Record = entity.Record,
            VotesFor = byHand ? entity.VotesFor : null, VotesAgainst = byHand ? entity.VotesAgainst : null, Abstentions = byHand ? entity.Abstentions : null, Recused = byHand ? entity.Recused : null,
            Ballots = [.. answer.Seats.Where(s => s.Speaks).Select(s => new RecordItem.Line { SeatId = s.Id, Ballot = entity.Casts.Find(x => x.AttendanceId == s.Id)?.Ballot })],
            Title = made?.Title ?? entity.Title, Text = made?.Text, Subject = made?.Subject, Outcome = made is null || entity.Mode is not null && made.OutcomeNote is null ? null : made.Outcome, Note = made?.OutcomeNote,
        };
    }
}
