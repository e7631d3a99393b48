import { Alert } from 'antd';
import { ApiProblem } from '../../api/api-problem.js';
import { ProblemNote } from '../../components/problem-note.js';
import { uploadText, marks } from '../../texts/zh.js';

interface RefusedNoteProps {
  problem: unknown;
  fileName: string;
  onClose: () => void;
}

/** Why a file was not taken and what to do about it. The code is for whoever is asked for help. */
export function RefusedNote({ problem, fileName, onClose }: RefusedNoteProps) {
  if (problem === null || problem === undefined) return null;
  if (!(problem instanceof ApiProblem) || problem.status === 0 || problem.status >= 500) {
    return <ProblemNote problem={problem} />;
  }
  const mend = uploadText.mend[problem.code];
  return (
    <Alert
      type="error"
      showIcon
      closable={{ onClose }}
      data-testid="refused-file"
      data-code={problem.code}
      title={`${fileName}${marks.colon}${uploadText.refused}`}
      description={
        <>
          <p>{problem.detail}</p>
          {problem.errors.map(({ path, message }) => (
            <p key={path + message}>{message}</p>
          ))}
          {mend === undefined ? null : <p>{mend}</p>}
          <p className="soft small">{uploadText.code(problem.code)}</p>
        </>
      }
    />
  );
}
