"""Themes with scikit-learn on the texts of a file (JSON Lines with a text): TF-IDF, TruncatedSVD(100), MiniBatchKMeans(150). Prints JSON."""
import json
import resource
import sys
import time

from sklearn.cluster import MiniBatchKMeans
from sklearn.decomposition import TruncatedSVD
from sklearn.feature_extraction.text import TfidfVectorizer

texts = [json.loads(line)["text"] for line in open(sys.argv[1], encoding="utf-8")]
groups = int(sys.argv[2])
start, cpu_start = time.perf_counter(), time.process_time()
vectors = TfidfVectorizer(sublinear_tf=True, min_df=2).fit_transform(texts)
latent = TruncatedSVD(100, random_state=0).fit_transform(vectors)
labels = MiniBatchKMeans(groups, random_state=0, n_init=1).fit_predict(latent)
seconds, cpu_seconds = time.perf_counter() - start, time.process_time() - cpu_start
memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
print(json.dumps({"seconds": round(seconds, 2), "cpuSeconds": round(cpu_seconds, 2), "peakMb": round(memory), "labels": labels.tolist() if len(sys.argv) > 3 else None}))
