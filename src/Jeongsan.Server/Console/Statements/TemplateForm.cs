using Jeongsan.Domain.Statements;

namespace Jeongsan.Server.Console.Statements;

/// <summary>A template while it is being written.</summary>
internal sealed class TemplateForm
{
    public string Name { get; set; } = "";
    public StatementDetail Detail { get; set; } = StatementTerms.Usual.Detail;
    public bool PlatformFee { get; set; }
    public bool AdditionalFee { get; set; }
    public bool DiscountShare { get; set; }
    public bool Vat { get; set; }
    public bool WithheldTax { get; set; }
    public bool BankAccount { get; set; }
    public bool BankMemo { get; set; }
    public string Greeting { get; set; } = "";
    public string Notice { get; set; } = "";

    public static TemplateForm Of(StatementTerms terms) => new()
    {
        Name = terms.Name,
        Detail = terms.Detail,
        PlatformFee = terms.ShowsPlatformFee,
        AdditionalFee = terms.ShowsAdditionalFee,
        DiscountShare = terms.ShowsDiscountShare,
        Vat = terms.ShowsVat,
        WithheldTax = terms.ShowsWithheldTax,
        BankAccount = terms.ShowsBankAccount,
        BankMemo = terms.ShowsBankMemo,
        Greeting = terms.Greeting ?? "",
        Notice = terms.Notice ?? "",
    };

    public StatementTerms ToTerms() => new(
        Name.Trim(), Detail, PlatformFee, AdditionalFee, DiscountShare, Vat, WithheldTax, BankAccount, BankMemo,
        string.IsNullOrWhiteSpace(Greeting) ? null : Greeting.Trim(), string.IsNullOrWhiteSpace(Notice) ? null : Notice.Trim());
}
