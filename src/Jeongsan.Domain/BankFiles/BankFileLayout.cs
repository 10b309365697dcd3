using Jeongsan.Domain.Partners;

namespace Jeongsan.Domain.BankFiles;

/// <summary>How a platform's payouts leave.</summary>
public enum PayoutWay
{
    /// <summary>One by one through the remittance service.</summary>
    RemittanceApi = 0,

    /// <summary>As a file that a person gives to the bank's site.</summary>
    BankFile,
}

public enum BankFileFormat
{
    Xlsx = 0,
    Csv,
}

/// <summary>Of CSV files only.</summary>
public enum CsvEncoding
{
    /// <summary>With the mark in front by which Korean Excel knows it.</summary>
    Utf8 = 0,

    /// <summary>What Korean Excel itself saves; letters that it does not have are left out.</summary>
    Cp949,
}

/// <summary>What stands in a column.</summary>
public enum BankFileValue
{
    /// <summary>Three digits (금융결제원 은행코드).</summary>
    BankCode = 0,
    BankName,
    AccountNumber,

    /// <summary>Whole won, digits only.</summary>
    Amount,
    Holder,

    /// <summary>받는 분 통장 표시.</summary>
    DepositMemo,

    /// <summary>내 통장 표시.</summary>
    WithdrawalMemo,

    /// <summary>From 1.</summary>
    RowNumber,

    /// <summary>Names the file and the row, e.g. <c>8XK2P-0012</c>; fits where a memo of 14 letters does.</summary>
    RowKey,
    PartnerName,

    /// <summary>The same text in each row.</summary>
    FixedText,
    Empty,
}

/// <param name="Header">What stands over it; also where the file has no head, for people.</param>
/// <param name="Text">Of <see cref="BankFileValue.FixedText"/>.</param>
public sealed record BankFileColumn(string Header, BankFileValue Value, string? Text = null);

/// <summary>Where a bank's result file says what, by the headings of its columns.</summary>
/// <param name="Key">Holds our row number or key; null when the bank gives back neither.</param>
/// <param name="SuccessWords">The whole text of the status, spaces aside.</param>
/// <param name="UnknownWords">A row whose status or reason has one of these anywhere is not known, whatever else it says.</param>
public sealed record ResultColumns(
    string? Key,
    string Account,
    string Amount,
    string Status,
    string? Reason,
    IReadOnlyList<string> SuccessWords,
    IReadOnlyList<string> FailureWords,
    IReadOnlyList<string> UnknownWords);

/// <summary>What a bank's site wants a file to look like, and what its answer looks like.</summary>
/// <param name="Bank">Whose site it is for.</param>
/// <param name="HasHyphens">Whether account numbers are divided as people write them.</param>
/// <param name="DepositMemoWidth">What is longer is cut; Korean letters take two.</param>
/// <param name="RowCountMax">What the bank's site takes in one file.</param>
public sealed record BankFileLayout(
    string Name,
    Bank Bank,
    BankFileFormat Format,
    CsvEncoding Encoding,
    bool HasHeader,
    bool HasHyphens,
    int DepositMemoWidth,
    int WithdrawalMemoWidth,
    int RowCountMax,
    IReadOnlyList<BankFileColumn> Columns,
    ResultColumns Results);
