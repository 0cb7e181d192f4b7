import { runnerImport } from 'vite';
const ROOT=process.cwd();
const imp=async f=>(await runnerImport(ROOT+'/'+f,{root:ROOT,configFile:false,logLevel:'error'})).module;
const {checkFolder}=await imp('src/lib/io/folder.server.ts');
const {writePaged}=await imp('src/lib/io/paged-folder.server.ts');
const t=performance.now(); const s=(w)=>console.log(w,((performance.now()-t)/1000).toFixed(1),'s', (process.memoryUsage().rss/1e6).toFixed(0),'MB', (process.memoryUsage().heapUsed/1e6).toFixed(0), (process.resourceUsage().maxRSS/1e3).toFixed(0));
const r=checkFolder(process.argv[2]); s('checked '+r.problems.length);
const d=r.dataset; 
const m=writePaged(d,process.argv[3]); s('written'); console.log(m.manifest, JSON.stringify(m.dataset).length);
