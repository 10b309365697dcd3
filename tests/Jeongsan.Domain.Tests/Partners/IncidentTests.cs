using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Tests.Lifecycles;
using Xunit;

namespace Jeongsan.Domain.Tests.Partners;

public sealed class IncidentTests
{
    private static readonly Actor Staff = new(ActorKind.Person, "staff");
    private static readonly IncidentNotice Whole = new("연락처", "어제 밤", "주의", "차단함", "재무팀", "손해배상과 분쟁조정");

    private static readonly IncidentDescription Known = new(
        Sample.Now, "메일을 다른 곳에 보냄", Sample.Now.AddHours(-5), Sample.Now.AddHours(-4), IncidentCertainty.Certain, [PersonalDataItem.Contact], HasSensitive: false, ByIntrusion: false);

    [Fact]
    public void DueAt_IsSeventyTwoHoursAfterItBecameKnown() => Assert.Equal(Sample.Now.AddHours(72), New().DueAt);

    // 시행령 제40조 ①: a thousand people, sensitive data or unique identifiers, or somebody broke in from outside.
    [Theory]
    [InlineData(999, 0, false, false, PersonalDataItem.Contact, false)]
    [InlineData(1_000, 0, false, false, PersonalDataItem.Contact, true)]
    [InlineData(999, 1, false, false, PersonalDataItem.Contact, true)]
    [InlineData(1, 0, true, false, PersonalDataItem.Contact, true)]
    [InlineData(1, 0, false, true, PersonalDataItem.Contact, true)]
    [InlineData(1, 0, false, false, PersonalDataItem.ResidentNumber, true)]
    [InlineData(1, 0, false, false, PersonalDataItem.Birthdate, false)]
    public void MustBeReported_ByNumberKindOrIntrusion(int partners, int others, bool sensitive, bool intrusion, PersonalDataItem item, bool must)
    {
        var incident = New(Known with { HasSensitive = sensitive, ByIntrusion = intrusion, Items = [item] });
        Must(incident.ConfirmAffected(partners, others, "시험"));
        Assert.Equal(must, incident.MustBeReported);
    }

    [Fact]
    public void Record_WithoutWordsOrItemsOrWithReversedTimes_IsRefused()
    {
        Assert.Equal(new IncidentRefusal.FieldMissing("what"), Record(Known with { What = " " }));
        Assert.Equal(new IncidentRefusal.FieldMissing("items"), Record(Known with { Items = [] }));
        Assert.IsType<IncidentRefusal.InstantInFuture>(Record(Known with { KnownAt = Sample.Now.AddSeconds(1) }));
        Assert.IsType<IncidentRefusal.PeriodReversed>(Record(Known with { Begun = Sample.Now.AddHours(1) }));
        Assert.IsType<IncidentRefusal.PeriodReversed>(Record(Known with { Ended = Sample.Now.AddHours(-6) }));
        Assert.Null(Record(Known with { Begun = null, Ended = null }));
    }

    /// <summary>제34조 ①, with the rights that are told since 2026: none may be left out.</summary>
    [Fact]
    public void Tell_WithAnyPartMissing_IsRefusedAsNoticePartMissing()
    {
        foreach (var part in Enum.GetValues<IncidentNoticePart>())
        {
            var incident = New();
            Must(incident.ConfirmAffected(3, 0, "시험"));
            Must(incident.WriteNotice(Without(part)));
            Assert.Equal(new IncidentRefusal.NoticePartMissing(part), incident.Tell("글", Sample.Now).Refusal);
            Must(incident.WriteNotice(Whole));
            Must(incident.Tell("글", Sample.Now));
            // What was told stays what it was.
            Assert.IsType<IncidentRefusal.NotInState>(incident.WriteNotice(Whole with { Items = "딴말" }).Refusal);
            Must(incident.Tell("다른 글", Sample.Now.AddHours(1)));
            Assert.Equal(("글", Sample.Now), (incident.ToldText, incident.ToldAt));
        }
    }

    [Fact]
    public void Close_BeforeEverybodyIsToldOrBeforeTheReport_IsRefused()
    {
        var incident = New(Known with { ByIntrusion = true });
        Must(incident.ConfirmAffected(3, 0, "시험"));
        Must(incident.WriteNotice(Whole));
        Assert.Equal(new IncidentRefusal.AffectedNotTold(3), incident.Close("끝", 3, Sample.Now).Refusal);
        Must(incident.Tell("글", Sample.Now));
        Assert.Equal(new IncidentRefusal.AffectedNotTold(1), incident.Close("끝", 1, Sample.Now).Refusal);
        Assert.IsType<IncidentRefusal.NotReported>(incident.Close("끝", 0, Sample.Now).Refusal);
        Assert.IsType<IncidentRefusal.InstantInFuture>(incident.NoteReport(Sample.Now.AddMinutes(1), "2026-1", Sample.Now).Refusal);
        Assert.Equal(new IncidentRefusal.FieldMissing("receiptNumber"), incident.NoteReport(Sample.Now, "", Sample.Now).Refusal);
        Must(incident.NoteReport(Sample.Now, "2026-1", Sample.Now));
        Assert.Equal(new IncidentRefusal.FieldMissing("summary"), incident.Close(" ", 0, Sample.Now).Refusal);
        Must(incident.Close("끝", 0, Sample.Now));
        Assert.False(incident.IsOpen);
    }

    [Fact]
    public void Close_FalseAlarm_NeedsNobodyTold()
    {
        var incident = New();
        Must(incident.Close("유출이 아니었음", 0, Sample.Now));
        var others = New(Known with { ByIntrusion = true });
        Must(others.ConfirmAffected(0, 2, "시험"));
        Assert.IsType<IncidentRefusal.NotReported>(others.Close("전화로 알림", 0, Sample.Now).Refusal);
    }

    [Fact]
    public void Incident_EveryPair_MovesOrIsRefused() => LifecycleTests.Walk(
        IncidentLifecycle.Table,
        new IncidentFacts(New()),
        "Open:Describe=Open Open:WriteNotice=Open Open:NoteReport=Open Open:ConfirmAffected=Confirmed Open:Close=Closed Confirmed:WriteNotice=Confirmed Confirmed:NoteReport=Confirmed Confirmed:Close=Closed "
        + "Telling:NoteReport=Telling Telling:Close=Closed",
        (status, command) => (status, command) is (IncidentStatus.Confirmed or IncidentStatus.Telling, IncidentCommand.Tell) ? new IncidentRefusal.NobodyAffected() : new IncidentRefusal.NotInState(status, command));

    private static IncidentNotice Without(IncidentNoticePart part) => part switch
    {
        IncidentNoticePart.Items => Whole with { Items = "" },
        IncidentNoticePart.WhenAndHow => Whole with { WhenAndHow = " " },
        IncidentNoticePart.WhatToDo => Whole with { WhatToDo = "" },
        IncidentNoticePart.Measures => Whole with { Measures = "\n" },
        IncidentNoticePart.Contact => Whole with { Contact = "" },
        IncidentNoticePart.Rights => Whole with { Rights = "" },
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
    };

    private static Refusal? Record(IncidentDescription description) => Incident.Record(Sample.Tenant, new("i1"), description, Staff, Sample.Now).Refusal;

    private static Incident New(IncidentDescription? description = null) => Incident.Record(Sample.Tenant, new("i1"), description ?? Known, Staff, Sample.Now).Value;

    private static void Must(Outcome<Move> outcome) => Assert.Null(outcome.Refusal);
}
