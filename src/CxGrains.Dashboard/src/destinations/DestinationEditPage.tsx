import { useParams } from "react-router";
import { deliveryTexts as t } from "../texts";
import { PageHead } from "../ui/PageHead";
import { ProblemNote } from "../ui/ProblemNote";
import { Skeleton } from "../ui/Skeleton";
import { DestinationForm } from "./DestinationForm";
import { SecretCard } from "./SecretCard";
import { useDestinationForm } from "./useDestinationForm";

/** A new destination, or the definition of one that is there. */
export function DestinationEditPage() {
  const id = useParams().id;
  const form = useDestinationForm(id);
  const { edited, failure, retry, secret } = form;
  return (
    <>
      <PageHead title={id === undefined ? t.create : (edited?.draft.name ?? id)} />
      {failure !== undefined && <ProblemNote message={failure} onRetry={retry} />}
      {edited === undefined && failure === undefined && <Skeleton heightRem={20} />}
      {edited !== undefined && secret === undefined && <DestinationForm isNew={id === undefined} form={form} />}
      {edited !== undefined && secret !== undefined && (
        <SecretCard secret={secret} onDone={() => void form.leave(edited.draft.id.trim())} />
      )}
    </>
  );
}
