using Jeongsan.Application.Sheets;
using Jeongsan.Domain.Foundation;
using Jeongsan.Domain.Partners;
using Jeongsan.Domain.Withholding;

namespace Jeongsan.Application.Withholding;

public sealed record WithholdingChoice(WithholdingPeriod Period, WithheldIncome Income, WithholdingFormat Format);

public sealed record WithholdingFile(byte[] Content, string FileName, WithholdingFormat Format);

/// <summary>The list as a file to be completed and filed, after it was noted who took it: names and birth dates leave with it.</summary>
public sealed class DownloadWithholding(ReadWithholding read, NoteSheet note)
{
    private const string Sheet = "withholding";

    public async Task<Outcome<WithholdingFile>> HandleAsync(Tenant tenant, Actor actor, WithholdingChoice choice, CancellationToken ct)
    {
        var noted = await note.HandleAsync(tenant, actor, Sheet, [choice.Period.Name, .. WithholdingSheet.HeadOf(choice.Income)], ct);
        if (noted.IsRefused)
        {
            return noted.Refusal;
        }

        var list = await read.HandleAsync(tenant, choice.Period, ct);
        var ending = choice.Format == WithholdingFormat.Xlsx ? "xlsx" : "csv";
        var income = choice.Income == WithheldIncome.Other ? "other" : "business";
        return new WithholdingFile(WithholdingSheet.Write(list, choice.Income, choice.Format), $"{Sheet}-{income}-{choice.Period.Name}.{ending}", choice.Format);
    }
}
