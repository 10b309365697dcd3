using System.Text.Json;
using Jeongsan.Application.Policies.Formulas;
using Jeongsan.Domain.Money;
using Jeongsan.Domain.Policies.Formulas;
using Jeongsan.Server.Api.Contracts;
using Jeongsan.Server.Api.Formulas;

namespace Jeongsan.Server.Api.Operations;

/// <summary>Formulas between the wire and the domain.</summary>
internal static class FormulaMapping
{
    public static SettlementFormulaTexts Read(SettlementFormulaSet set)
    {
        var defaults = SettlementFormulaTexts.Default;
        return new SettlementFormulaTexts(
            Read(set.PlatformFee, defaults.PlatformFee),
            Read(set.DiscountShare, defaults.DiscountShare),
            Read(set.AdditionalFee, defaults.AdditionalFee),
            Read(set.Settlement, defaults.Settlement),
            Read(set.SettlementTaxFree, defaults.SettlementTaxFree),
            set.VatRounding is { } rounding ? Code.Of(rounding).As<Rounding>() : defaults.VatRounding,
            [.. (set.UserDefined ?? []).Select(formula => new FormulaText(formula.Key, formula.Name, formula.Expression, Code.Of(formula.Rounding).As<Rounding>()))],
            [.. (set.Parameters ?? []).Select(Read)]);
    }

    public static SettlementFormulaSet Write(SettlementFormulaTexts texts) => new()
    {
        PlatformFee = Write(texts.PlatformFee),
        DiscountShare = Write(texts.DiscountShare),
        AdditionalFee = Write(texts.AdditionalFee),
        Settlement = Write(texts.Settlement),
        SettlementTaxFree = Write(texts.SettlementTaxFree),
        VatRounding = Code.Of(texts.VatRounding).As<FormulaRounding>(),
        UserDefined = [.. texts.UserDefined.Select(formula => new UserDefinedFormulaText
        {
            Key = formula.Key,
            Name = formula.Name,
            Expression = formula.Text,
            Rounding = Code.Of(formula.Rounding).As<FormulaRounding>(),
        })],
        Parameters = [.. texts.Parameters.Select(parameter => new SettlementParameterText
        {
            Key = parameter.Key,
            Name = parameter.Name,
            Scope = Code.Of(parameter.Scope).As<SettlementParameterScope>(),
            Default = new PlatformSettlementParameterValue { Decimal = parameter.DefaultUnscaled, DecimalScale = parameter.DefaultScale },
        })],
    };

    public static SettlementFormulaVersionView Write(SettlementFormulaVersion? version) => new()
    {
        Version = version?.Number ?? 0,
        AppliesFrom = version?.AppliesFrom,
        CreatedAt = version?.CreatedAt,
        CancelledAt = version?.CancelledAt,
        Memo = version?.Memo,
        Formulas = Write(version?.Texts ?? SettlementFormulaTexts.Default),
    };

    public static FormulaMistakeView Write(FormulaMistake mistake) => new()
    {
        Key = mistake.Key,
        Position = mistake.Position,
        Reason = JsonNamingPolicy.SnakeCaseUpper.ConvertName(mistake.Mistake.Reason),
        Message = FormulaWords.Of(mistake.Mistake),
    };

    public static IReadOnlyList<SettlementVariable> Variables() =>
    [
        .. Enum.GetValues<FormulaKind>()
            .SelectMany(kind => FormulaVariables.AllowedIn(kind).Select(name => (Name: name, Kind: kind)))
            .GroupBy(allowed => allowed.Name, StringComparer.Ordinal)
            .Select(group => new SettlementVariable
            {
                Name = group.Key,
                Title = FormulaWords.OfVariable(group.Key) ?? group.Key,
                AllowedIn = [.. group.Select(allowed => Code.Of(allowed.Kind).As<SettlementFormulaKind>())],
            }),
    ];

    private static FormulaText Read(SettlementFormulaText? given, FormulaText standard) =>
        given is null ? standard : standard with { Text = given.Expression, Rounding = Code.Of(given.Rounding).As<Rounding>() };

    private static ParameterDefinition Read(SettlementParameterText parameter) => new(
        parameter.Key,
        parameter.Name,
        parameter.Scope is { } scope ? Code.Of(scope).As<ParameterScope>() : ParameterScope.Order,
        parameter.Default.Decimal,
        parameter.Default.DecimalScale ?? 0);

    private static SettlementFormulaText Write(FormulaText text) => new() { Expression = text.Text, Rounding = Code.Of(text.Rounding).As<FormulaRounding>() };
}
