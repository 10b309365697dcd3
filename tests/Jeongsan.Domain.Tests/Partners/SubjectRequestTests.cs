using Jeongsan.Domain.Calendar;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Tests.Lifecycles;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

public sealed class SubjectRequestTests
{
    private static readonly Actor Staff = new(ActorKind.Person, "staff");

    // 시행령 제41조 ④: ten days; 민법 제157조: the day of receipt is not counted; 제161조: a Saturday or public holiday moves the end.
    [Theory]
    [InlineData("2026-09-01", "2026-09-11")]
    [InlineData("2026-09-09", "2026-09-21")] // the 19th is a Saturday
    [InlineData("2026-09-10", "2026-09-21")] // the 20th is a Sunday
    [InlineData("2026-09-14", "2026-09-28")] // 추석 from the 24th to Saturday the 26th
    [InlineData("2026-12-15", "2026-12-28")] // Christmas on a Friday
    [InlineData("2026-12-22", "2027-01-04")] // New Year's Day on a Friday
    [InlineData("2026-04-21", "2026-05-04")] // 노동절 on a Friday, a public holiday since 2026
    [InlineData("2028-02-19", "2028-02-29")]
    public void LastDay_TenDaysAfterReceipt_MovesOverSaturdaysAndHolidays(string received, string due) =>
        Assert.Equal(Sample.Day(due), SubjectRequest.LastDay(Sample.Day(received), BusinessDays.WithoutEdits));

    [Fact]
    public void LastDay_OnAHolidayThatTheGovernmentNamedLater_MovesToo() => Assert.Equal(
        Sample.Day("2026-09-14"),
        SubjectRequest.LastDay(Sample.Day("2026-09-01"), new BusinessDays(new HolidayEdits(new Dictionary<DateOnly, string> { [Sample.Day("2026-09-11")] = "임시공휴일" }, new HashSet<DateOnly>()))));

    [Fact]
    public void Receive_TomorrowOrWithoutWords_IsRefused()
    {
        Assert.Equal(new SubjectRequestRefusal.DayInFuture("receivedOn", Sample.Today.AddDays(1), Sample.Today), Receive(SubjectRequestKind.Access, Sample.Today.AddDays(1)).Refusal);
        Assert.Equal(new SubjectRequestRefusal.FieldMissing("asked"), Receive(SubjectRequestKind.Access, Sample.Today, " ").Refusal);
        Assert.IsType<SubjectRequestRefusal.TextTooLong>(Receive(SubjectRequestKind.Access, Sample.Today, new string('가', SubjectRequest.TextLengthMax + 1)).Refusal);
    }

    [Fact]
    public void IsLate_FromTheDayAfterTheDeadlineUntilItIsAnswered()
    {
        var request = Identified(SubjectRequestKind.Stop);
        Assert.False(request.IsLate(Sample.Day("2026-09-11")));
        Assert.True(request.IsLate(Sample.Day("2026-09-12")));
        Must(request.Complete(new RequestMeasures("멈춤", []), Staff, Sample.Now));
        Assert.True(request.IsLate(Sample.Day("2026-09-12")));
        Must(request.AnswerOtherwise(Sample.Now));
        Assert.False(request.IsLate(Sample.Day("2026-09-12")));
    }

    // 제35조 ③ knows a deferral for access only, and 시행령 제42조 ② wants its reason told within the ten days.
    [Fact]
    public void Defer_AccessOnceAndInTimeOnly()
    {
        var until = Sample.Day("2026-09-30");
        var access = Receive(SubjectRequestKind.Access, Sample.Today).Value;
        Assert.Equal(new SubjectRequestRefusal.DeferredTooLate(Sample.Day("2026-09-11")), access.Defer(until, "시스템 이전", Sample.Day("2026-09-12")).Refusal);
        Assert.Equal(new SubjectRequestRefusal.DeferralNotLater(Sample.Day("2026-09-11")), access.Defer(Sample.Day("2026-09-11"), "시스템 이전", Sample.Today).Refusal);
        Assert.Equal(new SubjectRequestRefusal.FieldMissing("reason"), access.Defer(until, "", Sample.Today).Refusal);
        Must(access.Defer(until, "시스템 이전", Sample.Day("2026-09-11")));
        Assert.Equal((until, false), (access.Deadline, access.IsLate(until)));
        Assert.Equal(new SubjectRequestRefusal.AlreadyDeferred(until), access.Defer(until.AddDays(5), "또", Sample.Today).Refusal);
        Assert.Equal(new SubjectRequestRefusal.NotDeferrable(SubjectRequestKind.Deletion), Receive(SubjectRequestKind.Deletion, Sample.Today).Value.Defer(until, "바빠서", Sample.Today).Refusal);
    }

    [Fact]
    public void Refuse_BeforeIdentityOrWithAGroundOfAnotherKind_IsRefused()
    {
        var unknown = Receive(SubjectRequestKind.Deletion, Sample.Today).Value;
        Assert.IsType<SubjectRequestRefusal.IdentityNotChecked>(unknown.Refuse(SubjectRefusalGround.KeptByLaw, "세법", Staff, Sample.Now).Refusal);
        Must(unknown.Refuse(SubjectRefusalGround.IdentityNotProven, "등록된 연락처와 다름", Staff, Sample.Now));
        foreach (var kind in Enum.GetValues<SubjectRequestKind>())
        {
            foreach (var ground in Enum.GetValues<SubjectRefusalGround>())
            {
                var refused = Identified(kind).Refuse(ground, "이유", Staff, Sample.Now);
                Assert.Equal(SubjectRefusalGrounds.Of(kind).Contains(ground) ? null : new SubjectRequestRefusal.GroundNotOfKind(kind, ground), refused.Refusal);
            }
        }
    }

    [Fact]
    public void Complete_WithoutWhatItsKindNeeds_IsRefused()
    {
        var words = new RequestMeasures("처리함", []);
        Assert.IsType<SubjectRequestRefusal.ExportMissing>(Identified(SubjectRequestKind.Access).Complete(words, Staff, Sample.Now).Refusal);
        Assert.IsType<SubjectRequestRefusal.NothingCorrected>(Identified(SubjectRequestKind.Correction).Complete(words, Staff, Sample.Now).Refusal);
        Assert.Equal(new SubjectRequestRefusal.FieldMissing("erased"), Identified(SubjectRequestKind.Deletion).Complete(words, Staff, Sample.Now).Refusal);
        Assert.Equal(new SubjectRequestRefusal.FieldMissing("kept"), Identified(SubjectRequestKind.Deletion).Complete(words with { Erased = "담당자 정보" }, Staff, Sample.Now).Refusal);
        Must(Identified(SubjectRequestKind.Deletion).Complete(words with { Erased = "담당자 정보", Kept = "세금계산서 5년" }, Staff, Sample.Now));
        Must(Identified(SubjectRequestKind.Correction).Complete(words with { Corrections = [new("이름", "가", "나")] }, Staff, Sample.Now));
        var access = Receive(SubjectRequestKind.Access, Sample.Today).Value;
        Assert.IsType<SubjectRequestRefusal.NotInState>(access.NoteExport(Sample.Now).Refusal);
        Must(access.CheckIdentity("전화", Staff, Sample.Now));
        Assert.False(access.NoteExport(Sample.Now).IsRefused);
        Must(access.Complete(words, Staff, Sample.Now));
    }

    [Fact]
    public void SubjectRequest_EveryPair_MovesOrIsRefusedAsNotInState() => LifecycleTests.Walk(
        SubjectRequestLifecycle.Table,
        new SubjectRequestFacts(SubjectRequestKind.Access, SubjectRefusalGround.IdentityNotProven),
        "Received:CheckIdentity=Identified Received:Defer=Received Received:Refuse=Refused Received:Withdraw=Withdrawn Identified:Defer=Identified Identified:Complete=Completed Identified:Refuse=Refused "
        + "Identified:Withdraw=Withdrawn Completed:Answer=Answering Completed:AnswerOtherwise=Answered Refused:Answer=Answering Refused:AnswerOtherwise=Answered Answering:ConfirmAnswer=Answered "
        + "Answering:RejectAnswer=AnswerFailed AnswerFailed:Answer=Answering AnswerFailed:AnswerOtherwise=Answered",
        (status, command) => new SubjectRequestRefusal.NotInState(status, command));

    [Fact]
    public void LegalNotice_EveryPair_MovesOrIsRefusedAsNotInState() => LifecycleTests.Walk<LegalNoticeDelivery, LegalNoticeCommand, Done>(
        LegalNoticeLifecycle.Table,
        default,
        "Pending:ConfirmDelivered=Delivered Pending:RejectDelivery=Failed Failed:SendAgain=Pending Failed:TellOtherwise=ToldOtherwise",
        (delivery, command) => new LegalNoticeRefusal.NotInState(delivery, command));

    private static Outcome<SubjectRequest> Receive(SubjectRequestKind kind, DateOnly receivedOn, string asked = "제 정보를 보여 주세요") => SubjectRequest.Receive(
        Sample.Tenant, new("r1"), new ReceivedRequest(new("p1"), kind, RequestChannel.Mail, receivedOn, asked), BusinessDays.WithoutEdits, Sample.Today, Staff, Sample.Now);

    private static SubjectRequest Identified(SubjectRequestKind kind)
    {
        var request = Receive(kind, Sample.Today).Value;
        Must(request.CheckIdentity("등록된 메일로 되물어 확인", Staff, Sample.Now));
        return request;
    }

    private static void Must(Outcome<Move> outcome) => Assert.Null(outcome.Refusal);
}
