using System.Diagnostics;
using System.Reflection;
using Jeongsan.Application.Holidays;
using Jeongsan.Application.Imports;
using Jeongsan.Application.Partners;
using Jeongsan.Application.Payouts;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Application.Privacy.Accesses;
using Jeongsan.Application.Rehearsals;
using Jeongsan.Application.Settings;
using Jeongsan.Application.TaxInvoices;
using Jeongsan.Application.Transfers;
using Jeongsan.Application.UserDefinedProperties;
using Jeongsan.Application.Verifications;
using Jeongsan.Application.Webhooks;
using Jeongsan.Domain.Counterparties;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Payouts;
using Jeongsan.Domain.Policies;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Domain.Privacy;
using Jeongsan.Domain.Privacy.Erasures;
using Jeongsan.Domain.Settlements;
using Jeongsan.Domain.Statements;
using Jeongsan.Domain.TaxInvoices;
using Jeongsan.Domain.Transfers;
using Jeongsan.Server.Api;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Counterparties;
using Jeongsan.Server.Api.Operations;
using Jeongsan.Server.Api.Partners;
using Jeongsan.Server.Api.Policies;
using Jeongsan.Server.Api.Privacy;
using Jeongsan.Server.Api.Settlements;
using Jeongsan.Server.Api.Statements;
using Jeongsan.Server.Api.TaxInvoices;
using Jeongsan.Server.Api.Transfers;

namespace Jeongsan.Server.Tests;

/// <summary>Every refusal of every capability reads as an error that the capability's operations declare.</summary>
public sealed class RefusalTests
{
    /// <summary>Only the supplier's own page can meet these.</summary>
    private static readonly Type[] OfSupplierPages =
    [
        typeof(TaxInvoiceRefusal.SupplierNumberMismatched), typeof(TaxInvoiceRefusal.AgencyNotAsked),
        typeof(TaxInvoiceRefusal.LinkUnknown), typeof(TaxInvoiceRefusal.LinkExpired), typeof(TaxInvoiceRefusal.LinkReplaced), typeof(TaxInvoiceRefusal.LinkLocked),
    ];

    /// <summary>No operation of the API gives these commands: what is settled moves by itself.</summary>
    private static readonly Type[] OfOtherCommands =
    [
        typeof(PartnerSettlementRefusal.NotDeletable), typeof(TransferRefusal.NotInState),
    ];

    public static TheoryData<Type> RefusalsOf(params Type[] sets) =>
        [.. sets.SelectMany(set => set.GetNestedTypes()).Where(type => type.IsSubclassOf(typeof(Refusal)) && !type.IsAbstract && !OfSupplierPages.Contains(type) && !OfOtherCommands.Contains(type))];

    public static TheoryData<Type> OfTransfers => RefusalsOf(typeof(TransferRefusal), typeof(RegistrationRefusal));

    public static TheoryData<Type> OfPartners => RefusalsOf(typeof(PartnerRefusal), typeof(ScheduleManyRefusal), typeof(VerificationRefusal));

    public static TheoryData<Type> OfSettlements => RefusalsOf(typeof(PartnerSettlementRefusal));

    public static TheoryData<Type> OfPolicies => RefusalsOf(typeof(PolicyRefusal));

    public static TheoryData<Type> OfPayouts => RefusalsOf(typeof(PayoutRefusal), typeof(ExecutionRefusal), typeof(ReceivableRefusal), typeof(AskBackRefusal));

    public static TheoryData<Type> OfTaxInvoices => RefusalsOf(typeof(TaxInvoiceRefusal), typeof(WritingRefusal), typeof(AttachmentRefusal));

    public static TheoryData<Type> OfCounterparties => RefusalsOf(typeof(CounterpartyRefusal));

    public static TheoryData<Type> OfOwnOperations => RefusalsOf(
        typeof(WebhookRefusal), typeof(SettingsRefusal), typeof(HolidayRefusal), typeof(PropertyRefusal), typeof(FormulaSettingRefusal), typeof(FormulaRefusal), typeof(RehearsalRefusal), typeof(AccessReviewRefusal));

    [Theory]
    [MemberData(nameof(OfTransfers))]
    public void Transfers_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(TransferRefusals));

    [Theory]
    [MemberData(nameof(OfPartners))]
    public void Partners_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(PartnerRefusals));

    [Theory]
    [MemberData(nameof(OfSettlements))]
    public void Settlements_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(SettlementRefusals), typeof(BulkPayoutOperations));

    [Theory]
    [MemberData(nameof(OfPolicies))]
    public void Policies_EveryRefusal_IsADeclaredError(Type refusal) =>
        AssertDeclared(refusal, typeof(PolicyRefusals), typeof(ContractEndpoints), typeof(DiscountSharePolicyEndpoints), typeof(AdditionalFeePolicyEndpoints));

    [Theory]
    [MemberData(nameof(OfPayouts))]
    public void Payouts_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(BulkPayoutOperations), typeof(SettlementRefusals), typeof(ReceivableOperations));

    [Theory]
    [MemberData(nameof(OfTaxInvoices))]
    public void TaxInvoices_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(TaxInvoiceRefusals));

    [Theory]
    [MemberData(nameof(OfCounterparties))]
    public void Counterparties_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(CounterpartyRefusals));

    [Theory]
    [MemberData(nameof(OfOwnOperations))]
    public void OwnOperations_EveryRefusal_IsADeclaredError(Type refusal) =>
        AssertDeclared(refusal, typeof(WebhookOperations), typeof(Api.Settings.SettingEndpoints), typeof(HolidayOperations), typeof(PropertyOperations), typeof(TransferRefusals), typeof(FormulaOperations), typeof(RehearsalOperations), typeof(AccessLogEndpoints));

    public static TheoryData<Type> OfPrivacy => RefusalsOf(typeof(PrivacyRefusal), typeof(SubjectRequestRefusal), typeof(LegalNoticeRefusal), typeof(IncidentRefusal), typeof(ErasureRefusal));

    [Theory]
    [MemberData(nameof(OfPrivacy))]
    public void Privacy_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(PrivacyRefusals), typeof(SubjectRequestMapping), typeof(IncidentMapping), typeof(ErasureEndpoints));

    public static TheoryData<Type> OfStatements => RefusalsOf(typeof(StatementRefusal));

    [Theory]
    [MemberData(nameof(OfStatements))]
    public void Statements_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(StatementRefusals));

    public static TheoryData<Type> OfImports => RefusalsOf(typeof(ImportRefusal));

    [Theory]
    [MemberData(nameof(OfImports))]
    public void Imports_EveryRefusal_IsADeclaredError(Type refusal) => AssertDeclared(refusal, typeof(ImportOperations));

    public static TheoryData<Type> OfCells => RefusalsOf(typeof(CellRefusal));

    /// <summary>What is wrong with a cell is told within the preview, in a sentence.</summary>
    [Theory]
    [MemberData(nameof(OfCells))]
    public void Cells_EveryRefusal_HasAKoreanSentenceWithItsRowAndColumn(Type refusal) =>
        Assert.Matches("^7행 ‘정산일’: .*[가-힣]", ImportWords.Of(ImportKind.Orders, new ImportProblem(7, "정산일", "x", (Refusal)Samples.Of(refusal))));

    [Fact]
    public void EveryErrorRecord_HasAKoreanSentenceAndAnHttpStatus()
    {
        var kinds = typeof(ApiError).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ApiError)) && !type.IsAbstract).Select(ApiError.KindOf).ToArray();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.Matches("[가-힣]", kind.Message));
        Assert.All(kinds, kind => Assert.InRange(kind.Status, 400, 503));
    }

    private static void AssertDeclared(Type refusal, params Type[] mappers)
    {
        var instance = (Refusal)Samples.Of(refusal);
        var errors = mappers.SelectMany(Mappings).Select(map => map(instance)).OfType<ApiError>().ToArray();
        Assert.True(errors.Length > 0, $"No mapping knows {refusal.Name}.");
        Assert.Contains(errors, error => Declared.Contains(error.GetType()));
        Assert.All(errors, error => Assert.Matches("[가-힣]", error.Message));
    }

    /// <summary>What any operation declares.</summary>
    private static readonly HashSet<Type> Declared =
        [.. typeof(ApiError).Assembly.GetTypes().Select(type => type.GetCustomAttribute<OneOfAttribute>()).OfType<OneOfAttribute>().SelectMany(union => union.Members)];

    private static IEnumerable<Func<Refusal, ApiError?>> Mappings(Type mapper) =>
        mapper.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(method => typeof(ApiError).IsAssignableFrom(method.ReturnType) && method.GetParameters().Any(parameter => parameter.ParameterType == typeof(Refusal)))
            .Select<MethodInfo, Func<Refusal, ApiError?>>(method => refusal => Ask(method, refusal));

    private static ApiError? Ask(MethodInfo method, Refusal refusal)
    {
        try
        {
            return (ApiError?)method.Invoke(null, [.. method.GetParameters().Select(parameter => parameter.ParameterType == typeof(Refusal) ? refusal : parameter.ParameterType == typeof(bool) ? true : Samples.Of(parameter.ParameterType))]);
        }
        catch (TargetInvocationException fault) when (fault.InnerException is UnreachableException)
        {
            return null;
        }
    }
}
